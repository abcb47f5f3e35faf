import type { ReactElement } from 'react';
import { useState } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { describeFailure } from '../../apiError';
import { ChoiceField } from '../../components/fields/ChoiceField';
import { FormModal } from '../../components/FormModal';
import { InlineAlert } from '../../components/InlineAlert';
import { LoadableBody } from '../../components/LoadableBody';
import { PatchPreview } from '../../components/patchPreview/PatchPreview';
import { ConfigMapModel } from '../../k8s/models';
import { createObject } from '../../k8s/write';
import { loadedData, mapLoadable } from '../../loadable';
import { yamlForObject } from '../../sidecars/json/yaml';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { originOf } from '../../sidecars/objects/vmOrigin';
import { copyOfConfigMap } from '../../sidecars/plans/bulk/configMapCopy';
import { createYamlCommand } from '../../sidecars/plans/commands';
import { useSidecarTranslation } from '../../i18n';
import { keysOf, sortedKeysOf } from '../../sidecars/scripts/configMapKeys';
import { ScriptPreview } from '../attach/ScriptPreview';
import { useConfigMapsNamed } from './useConfigMapsNamed';

interface CopyConfigMapModalProps {
  vm: VirtualMachine;
  /** The ConfigMap that is missing in the VM's namespace. */
  name: string;
  scriptKey: string;
  closeOverlay: () => void;
}

/** Copies a missing ConfigMap from another namespace, which the user chooses, to that of the VM. */
export const CopyConfigMapModal = ({
  vm,
  name,
  scriptKey: key,
  closeOverlay,
}: CopyConfigMapModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { namespace = '' } = vm.metadata;
  const named = useConfigMapsNamed(name);
  const sources = mapLoadable(named, (all) =>
    all
      .filter((one) => one.metadata.namespace !== namespace && keysOf(one).includes(key))
      .sort((one, other) => (one.metadata.namespace ?? '').localeCompare(other.metadata.namespace ?? '')),
  );
  const [asked, setAsked] = useState<string>();
  const origin = originOf(vm);
  const known = loadedData(sources) ?? [];
  const chosen =
    asked ??
    (known.length === 1
      ? known[0]?.metadata.namespace
      : origin?.from === 'template'
        ? origin.namespace
        : undefined);
  const source = known.find(({ metadata }) => metadata.namespace === chosen);
  const copy = source && copyOfConfigMap(source, namespace, name);
  return (
    <FormModal
      title={t('Copy ConfigMap {{name}} to {{namespace}}?', { name, namespace })}
      submitLabel={t('Copy')}
      isBlocked={copy === undefined}
      onSubmit={async () => {
        if (copy !== undefined) {
          await createObject(ConfigMapModel, copy);
        }
      }}
      onClose={closeOverlay}
      explainError={(error) =>
        describeFailure(error).code === 409 ? (
          <InlineAlert
            variant="danger"
            title={t('There is a ConfigMap {{name}} in {{namespace}} now', { name, namespace })}
          >
            {t('Nothing was overwritten.')}
          </InlineAlert>
        ) : undefined
      }
    >
      <LoadableBody
        value={sources}
        what={t('ConfigMaps of other namespaces')}
        empty={(all) =>
          all.length > 0
            ? null
            : t('No other namespace that you may read has a ConfigMap {{name}} with key {{key}}.', {
                name,
                key,
              })
        }
      >
        {(all) => (
          <Stack hasGutter>
            <StackItem>
              <ChoiceField
                label={t('Copy from namespace')}
                value={source?.metadata.namespace ?? ''}
                isRequired
                options={[
                  ...(source === undefined ? [{ value: '', label: t('Choose a namespace') }] : []),
                  ...all.map(({ metadata: { namespace: value = '' } }) => ({ value, label: value })),
                ]}
                onChange={setAsked}
              />
            </StackItem>
            {source === undefined || copy === undefined ? null : (
              <>
                <StackItem>
                  {t('Keys that are copied: {{keys}}', { keys: sortedKeysOf(source).join(', ') })}
                </StackItem>
                <StackItem>
                  <ScriptPreview
                    title={t('Script')}
                    configMap={source}
                    scriptKey={key}
                    hookPoint={undefined}
                    runsIn={{ inDefaultImage: true, kubevirtVersion: undefined }}
                  />
                </StackItem>
                <StackItem>
                  <PatchPreview command={(cli) => createYamlCommand(cli, yamlForObject(copy))} />
                </StackItem>
              </>
            )}
          </Stack>
        )}
      </LoadableBody>
    </FormModal>
  );
};
