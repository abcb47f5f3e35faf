import type { ReactElement } from 'react';
import { useState } from 'react';
import { loadedData } from '../../loadable';
import { ConfigMapModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { RadioField } from '../../components/fields/RadioField';
import { ScriptFields } from '../script/form/ScriptFields';
import type { ScriptSurroundings } from '../script/form/ScriptTextField';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';
import { ExistingScriptFields } from './ExistingScriptFields';
import type { PlanFindings } from '../../sidecars/plans/attach/fieldFindings';
import type { AttachData } from './useAttachData';

interface SourceFieldsProps {
  values: AttachValues;
  onChange: (changed: Partial<AttachValues>) => void;
  data: AttachData;
  namespace: string | undefined;
  created: ConfigMap | undefined;
  runsIn: ScriptSurroundings;
  findingsAt: PlanFindings['at'];
}

/** Where the script comes from, and when it is called. */
export const SourceFields = ({
  values,
  onChange,
  data,
  namespace,
  created,
  runsIn,
  findingsAt,
}: SourceFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const mayCreate = useAccess({ verb: 'create', model: ConfigMapModel, namespace }) !== 'denied';
  /** A hook point that the user chose is no longer guessed. */
  const [isChosen, setChosen] = useState(false);
  const known = loadedData(data.configMaps);

  return (
    <>
      <RadioField
        label={t('Script')}
        value={values.source}
        choices={[
          { value: 'existing', label: t('Existing hook script') },
          {
            value: 'new',
            label: t('New hook script'),
            isDisabled: !mayCreate,
            description: mayCreate ? undefined : t('You may not create ConfigMaps in this namespace.'),
          },
          { value: 'none', label: t('None: the image brings its own') },
        ]}
        onChange={(source) => {
          onChange({ source });
        }}
      />
      {values.source === 'existing' ? (
        <ExistingScriptFields
          values={values}
          onChange={onChange}
          isChosen={isChosen}
          onHookPoint={(hookPoint) => {
            setChosen(true);
            onChange({ hookPoint });
          }}
          data={data}
          created={created}
          runsIn={runsIn}
          findingsAt={findingsAt}
        />
      ) : null}
      {values.source === 'new' ? (
        <ScriptFields
          value={values.newScript}
          takenNames={known === undefined ? undefined : new Set(known.keys())}
          runsIn={runsIn}
          findings={{ name: findingsAt('configMap.name'), hookPoint: findingsAt('configMap.hookPath') }}
          onChange={(newScript) => {
            onChange({ newScript });
          }}
        />
      ) : null}
    </>
  );
};
