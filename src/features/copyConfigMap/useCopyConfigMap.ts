import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import { ConfigMapModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import { sidecarsIn, type ParsedSidecars } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';

// Rarely needed.
const { Part: CopyConfigMapModal } = lazyPart(
  'dialog',
  async () => (await import('./CopyConfigMapModal')).CopyConfigMapModal,
);

interface CopyAction {
  label: string;
  run: () => void;
}

/**
 * React hook: offers to copy a missing ConfigMap from another namespace to that of a VM. Undefined if the user may not
 * create ConfigMaps there.
 */
export const useCopyConfigMap = (
  vm: VirtualMachine,
  parsed: ParsedSidecars,
): ((configMap: string) => CopyAction | undefined) => {
  const { t } = useSidecarTranslation();
  const launch = useOverlay();
  const { namespace } = vm.metadata;
  const mayCreate = useAccess({ verb: 'create', model: ConfigMapModel, namespace }) === 'allowed';
  return (name) => {
    const source = sidecarsIn(parsed).find(({ configMap }) => configMap?.name === name)?.configMap;
    return !mayCreate || source === undefined
      ? undefined
      : {
          label: t('Copy it from another namespace'),
          run: () => {
            launch(CopyConfigMapModal, { vm, name, scriptKey: source.key });
          },
        };
  };
};
