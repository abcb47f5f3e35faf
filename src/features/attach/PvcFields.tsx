import type { ReactElement } from 'react';
import { Stack } from '@patternfly/react-core';
import type { Finding } from '../../sidecars/checks/check';
import { useSidecarTranslation } from '../../i18n';
import { fieldNotes } from '../findings/fieldNotes';
import { TextField } from '../../components/fields/TextField';
import { TypeaheadField } from '../../components/fields/TypeaheadField';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';

interface PvcFieldsProps {
  values: AttachValues;
  onChange: (changed: Partial<AttachValues>) => void;
  /** Undefined if they cannot be listed: then the name is typed. */
  pvcs: ReadonlySet<string> | undefined;
  /** Findings about the claim. */
  findings: readonly Finding[];
}

/** A PersistentVolumeClaim that is mounted in the sidecar and, optionally, in the VM's own container. */
export const PvcFields = ({ values, onChange, pvcs, findings }: PvcFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const isNeeded = values.pvcName + values.pvcVolumePath + values.pvcSharedComputePath !== '';
  const name = {
    label: t('PersistentVolumeClaim'),
    value: values.pvcName,
    isRequired: isNeeded,
    notes: fieldNotes(t, findings),
    hint: t('Files that the script needs. The VM must not have a volume of the same name.'),
    onChange: (next: string) => {
      onChange({ pvcName: next });
    },
  };
  const pathProblem = (path: string): string | undefined =>
    path === '' || path.startsWith('/') ? undefined : t('The path must start with "/".');
  return (
    <Stack hasGutter>
      {pvcs === undefined ? (
        <TextField {...name} />
      ) : (
        <TypeaheadField
          {...name}
          placeholder={t('None')}
          options={[...pvcs].sort((one, other) => one.localeCompare(other)).map((value) => ({ value }))}
        />
      )}
      {isNeeded ? (
        <>
          <TextField
            label={t('Path in the sidecar')}
            value={values.pvcVolumePath}
            isRequired
            problem={values.pvcVolumePath === '' ? t('A path is needed.') : pathProblem(values.pvcVolumePath)}
            onChange={(path) => {
              onChange({ pvcVolumePath: path });
            }}
          />
          <TextField
            label={t('Path in the VM’s container')}
            value={values.pvcSharedComputePath}
            problem={pathProblem(values.pvcSharedComputePath)}
            hint={t(
              'Where virt-launcher finds the same files. Leave it empty if only the script reads them.',
            )}
            onChange={(path) => {
              onChange({ pvcSharedComputePath: path });
            }}
          />
        </>
      ) : null}
    </Stack>
  );
};
