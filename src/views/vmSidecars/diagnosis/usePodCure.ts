import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import { loadedData } from '../../../loadable';
import { PodModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import type { VmSidecars } from '../../../data/useVmSidecars';
import { useSidecarTranslation } from '../../../i18n';
import type { Cure } from './DiagnosisAlert';

const { Part: FreePodOverlay } = lazyPart(
  'dialog',
  async () => (await import('./FreePodModal')).FreePodModal,
);

/** React hook: offers to delete a pod by its name, if it still exists and the user may. */
export const usePodCure = (
  namespace: string,
  { pods }: Pick<VmSidecars, 'pods'>,
): ((name: string) => Cure | undefined) => {
  const { t } = useSidecarTranslation();
  const launch = useOverlay();
  const mayDelete = useAccess({ verb: 'delete', model: PodModel, namespace }) === 'allowed';
  return (name) => {
    const pod = (loadedData(pods) ?? []).find(({ metadata }) => metadata.name === name);
    return pod === undefined || !mayDelete || pod.metadata.deletionTimestamp !== undefined
      ? undefined
      : {
          label: t('Delete the pod'),
          run: () => {
            launch(FreePodOverlay, { pod });
          },
        };
  };
};
