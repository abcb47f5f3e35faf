import type { Action, K8sModel, K8sResourceCommon, K8sVerb } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { useAnnotationsModal } from '../metadata/useAnnotationsModal';
import { useDeleteModal } from '../metadata/useDeleteModal';
import { useLabelsModal } from '../metadata/useLabelsModal';
import { objectPath } from '../resource/resourcePath';
import { useModel } from '../resource/useModel';
import { useVmActions } from './useVmActions';

const accessReview = (model: K8sModel, object: K8sResourceCommon, verb: K8sVerb): Action['accessReview'] => ({
  group: model.apiGroup ?? '',
  resource: model.plural,
  verb,
  name: object.metadata?.name ?? '',
  namespace: object.metadata?.namespace,
});

export const useHostActions = (object: K8sResourceCommon): Action[] => {
  const model = useModel(getGroupVersionKindForResource(object));
  const editLabels = useLabelsModal(object);
  const editAnnotations = useAnnotationsModal(object);
  const remove = useDeleteModal(object);
  const vmActions = useVmActions(object);
  if (model === undefined) {
    return [];
  }
  return [
    ...vmActions,
    {
      id: 'edit-labels',
      label: 'Edit labels',
      cta: editLabels,
      accessReview: accessReview(model, object, 'patch'),
    },
    {
      id: 'edit-annotations',
      label: 'Edit annotations',
      cta: editAnnotations,
      accessReview: accessReview(model, object, 'patch'),
    },
    {
      id: 'edit-resource',
      label: `Edit ${model.kind}`,
      cta: { href: `${objectPath(model, object.metadata?.name ?? '', object.metadata?.namespace)}/yaml` },
      accessReview: accessReview(model, object, 'update'),
    },
    {
      id: 'delete-resource',
      label: `Delete ${model.kind}`,
      cta: remove,
      accessReview: accessReview(model, object, 'delete'),
    },
  ];
};
