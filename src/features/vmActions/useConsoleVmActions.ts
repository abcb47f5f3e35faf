import { useMemo } from 'react';
import type { Action, K8sVerb } from '@openshift-console/dynamic-plugin-sdk';
import { useAnnotationsModal, useDeleteModal, useLabelsModal } from '@openshift-console/dynamic-plugin-sdk';
import { useSidecarTranslation } from '../../i18n';
import { VirtualMachineModel } from '../../k8s/models';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useHasKubeVirtPlugin } from '../vmTab/useHasKubeVirtPlugin';
import { vmPath } from '../vmTab/vmTabPath';

/**
 * React hook: the actions that the console has for every object. It omits them if a plugin provides actions for the kind, so
 * we add them, except where kubevirt-plugin has them in its own menu.
 */
export const useConsoleVmActions = (vm: VirtualMachine): Action[] => {
  const { t } = useSidecarTranslation();
  const hasKubeVirtPlugin = useHasKubeVirtPlugin();
  const editLabels = useLabelsModal(vm);
  const editAnnotations = useAnnotationsModal(vm);
  const remove = useDeleteModal(vm);

  return useMemo(() => {
    if (hasKubeVirtPlugin) {
      return [];
    }
    const { name, namespace = '' } = vm.metadata;
    const { apiGroup: group = '', plural: resource, kind } = VirtualMachineModel;
    const may = (verb: K8sVerb): Pick<Action, 'accessReview'> => ({
      accessReview: { group, resource, verb, name, namespace },
    });
    return [
      { id: 'edit-labels', label: t('Edit labels'), cta: editLabels, ...may('patch') },
      { id: 'edit-annotations', label: t('Edit annotations'), cta: editAnnotations, ...may('patch') },
      {
        id: 'edit-resource',
        label: t('Edit {{kind}}', { kind }),
        cta: { href: `${vmPath(vm)}/yaml` },
        ...may('update'),
      },
      { id: 'delete-resource', label: t('Delete {{kind}}', { kind }), cta: remove, ...may('delete') },
    ];
  }, [t, hasKubeVirtPlugin, vm, editLabels, editAnnotations, remove]);
};
