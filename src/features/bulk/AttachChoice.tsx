import type { ReactElement } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { Checkbox, Form, FormGroup } from '@patternfly/react-core';
import { ChoiceField } from '../../components/fields/ChoiceField';
import { loadedData } from '../../loadable';
import type { BulkAction } from '../../sidecars/plans/bulk/bulkPlan';
import { volumeName } from '../../sidecars/plans/bulk/configMapCopy';
import { newAttachValues, sidecarOfValues } from '../../sidecars/plans/attach/attachValues';
import { useSidecarTranslation } from '../../i18n';
import { ExistingScriptFields } from '../attach/ExistingScriptFields';
import { useAttachData } from '../attach/useAttachData';
import { useInitialValues } from '../attach/useInitialValues';
import type { BulkScript } from './bulkScripts';

interface AttachChoiceProps {
  /** The namespaces of the VMs. */
  namespaces: readonly string[];
  onChange: (choice: { action: BulkAction; script: BulkScript } | undefined) => void;
}

const noFindings = (): [] => [];

/** Chooses the script to attach to many VMs: one that exists in a namespace of them. The other settings are the safe defaults. */
export const AttachChoice = ({ namespaces, onChange }: AttachChoiceProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [namespace, setNamespace] = useState(namespaces[0] ?? '');
  const data = useAttachData(namespace);
  const kubevirtVersion = data.gate.status?.version;
  const [values, setValues] = useState(() => newAttachValues());
  useInitialValues(setValues, { edited: undefined, script: undefined, kubevirtVersion });
  const [isChosen, setChosen] = useState(false);
  const [withCopies, setWithCopies] = useState(true);
  const name = volumeName(values.configMap);
  const source = loadedData(data.configMaps)?.get(values.configMap);
  const mayNeedCopies = namespaces.length > 1 || name !== values.configMap;

  const choice = useMemo(() => {
    const isComplete = source !== undefined && values.key !== '';
    return isComplete
      ? {
          action: {
            kind: 'attach' as const,
            sidecar: sidecarOfValues({ ...values, source: 'existing', configMap: name }),
          },
          script: { source, key: values.key, name, withCopies },
        }
      : undefined;
  }, [values, source, name, withCopies]);
  useEffect(() => {
    onChange(choice);
  }, [choice, onChange]);

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {namespaces.length > 1 ? (
        <ChoiceField
          label={t('Namespace of the script')}
          value={namespace}
          options={namespaces.map((value) => ({ value, label: value }))}
          onChange={(next) => {
            setNamespace(next);
            setValues((before) => ({ ...before, configMap: '', key: '' }));
          }}
        />
      ) : null}
      <ExistingScriptFields
        values={values}
        onChange={(changed) => {
          setValues((before) => ({ ...before, ...changed }));
        }}
        isChosen={isChosen}
        onHookPoint={(hookPoint) => {
          setChosen(true);
          setValues((before) => ({ ...before, hookPoint }));
        }}
        data={data}
        runsIn={{ inDefaultImage: true, kubevirtVersion }}
        findingsAt={noFindings}
      />
      {source !== undefined && mayNeedCopies ? (
        <FormGroup role="group" label={t('Where the ConfigMap is missing')} fieldId="ksp-bulk-copies">
          <Checkbox
            id="ksp-bulk-copies"
            label={t('Copy it to namespaces of these VMs that do not have it')}
            description={
              name === values.configMap
                ? t('Once for each namespace. VMs where it is missing are left out otherwise.')
                : t('Its copies are named {{name}}: KubeVirt makes a pod volume of this name.', { name })
            }
            isChecked={withCopies}
            onChange={(_event, isChecked) => {
              setWithCopies(isChecked);
            }}
          />
        </FormGroup>
      ) : null}
    </Form>
  );
};
