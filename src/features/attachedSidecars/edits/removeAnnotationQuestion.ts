import type { TFunction } from 'i18next';
import { removeAnnotation } from '../../../sidecars/plans/vmEdit';
import type { VmEditQuestion } from '../../vmEdit/useVmEdit';

/** What to ask before the annotation is removed from a VM. */
export const removeAnnotationQuestion = (t: TFunction): Omit<VmEditQuestion, 'vm'> => ({
  edit: removeAnnotation,
  title: t('Remove the annotation?'),
  submitLabel: t('Remove'),
  explanation: [t('Its content is lost, and the VM starts without hook sidecars. The scripts are kept.')],
  danger: true,
});
