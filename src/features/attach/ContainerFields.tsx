import type { ReactElement } from 'react';
import { Stack } from '@patternfly/react-core';
import { IMAGE_PULL_POLICIES } from '../../sidecars/findings/fields';
import { DEFAULT_VERSION, SHIM_VERSIONS } from '../../sidecars/annotation/constants';
import { versionLacks } from '../../sidecars/featureGate/versionLacks';
import { useSidecarTranslation } from '../../i18n';
import { fieldNotes } from '../findings/fieldNotes';
import { ChoiceField } from '../../components/fields/ChoiceField';
import { TextField } from '../../components/fields/TextField';
import { TextListField } from '../../components/fields/TextListField';
import { isImageRequired, type AttachValues } from '../../sidecars/plans/attach/attachValues';
import type { PlanFindings } from '../../sidecars/plans/attach/fieldFindings';

interface ContainerFieldsProps {
  values: AttachValues;
  onChange: (changed: Partial<AttachValues>) => void;
  kubevirtVersion: string | undefined;
  findingsAt: PlanFindings['at'];
}

/** Image, pull policy and arguments of the sidecar's container. */
export const ContainerFields = ({
  values,
  onChange,
  kubevirtVersion = '',
  findingsAt,
}: ContainerFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const lacks = versionLacks(kubevirtVersion);
  const needsOwnImage = isImageRequired(values);
  const needsShim = lacks.includes('ownImage');
  const isRequired = needsOwnImage || needsShim;
  const known = lacks.includes('endWithPod')
    ? SHIM_VERSIONS.filter((version) => version !== DEFAULT_VERSION)
    : SHIM_VERSIONS;
  return (
    <Stack hasGutter>
      <ChoiceField
        label={t('Version of the hook protocol (--version)')}
        value={values.version}
        options={[
          ...known.toReversed().map((version) => ({ value: version, label: version })),
          { value: '', label: t('None, for images of your own') },
        ]}
        hint={t(
          'v1alpha3 ends the sidecar with its pod. With older versions a live migration leaves the old pod behind and blocks the next one.',
        )}
        notes={fieldNotes(t, findingsAt('args'))}
        onChange={(version) => {
          onChange({ version });
        }}
      />
      <TextField
        label={t('Image')}
        value={values.image}
        isRequired={isRequired}
        placeholder={isRequired ? '' : t('The image that fits this KubeVirt')}
        hint={
          needsOwnImage
            ? t(
                'An image of your own that brings the script, unless a PersistentVolumeClaim below brings it.',
              )
            : needsShim
              ? t('KubeVirt {{version}} needs it: sidecar-shim runs scripts. Upgrade it with KubeVirt.', {
                  version: kubevirtVersion,
                })
              : t('Leave it empty: KubeVirt 1.3 and later use their own image, which is upgraded with them.')
        }
        notes={fieldNotes(t, findingsAt('image'))}
        onChange={(image) => {
          onChange({ image });
        }}
      />
      <ChoiceField
        label={t('Image pull policy')}
        value={values.imagePullPolicy}
        options={[
          { value: '', label: t('Default') },
          ...IMAGE_PULL_POLICIES.map((policy) => ({ value: policy, label: policy })),
        ]}
        notes={fieldNotes(t, findingsAt('imagePullPolicy'))}
        onChange={(policy) => {
          onChange({ imagePullPolicy: policy });
        }}
      />
      <TextListField
        label={t('Command')}
        values={values.command}
        hint={t('Replaces the command that the image starts. Leave it empty for scripts.')}
        onChange={(command) => {
          onChange({ command });
        }}
      />
      <TextListField
        label={t('Further arguments')}
        values={values.args}
        hint={t('Passed to the sidecar in addition to --version, not to the script.')}
        onChange={(args) => {
          onChange({ args });
        }}
      />
    </Stack>
  );
};
