import { useAttachSidecar } from '../../../features/attach/useAttachSidecar';
import { sidecarsIn, type ParsedSidecars } from '../../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { moveAnnotation, removeVolume } from '../../../sidecars/plans/vmEdit';
import { useSidecarTranslation } from '../../../i18n';
import { removeAnnotationQuestion } from '../../../features/attachedSidecars/edits/removeAnnotationQuestion';
import { useVmEdit, type VmEditQuestion } from '../../../features/vmEdit/useVmEdit';
import type { Cure } from './DiagnosisAlert';

interface VmCures {
  editSidecar: (index?: number) => Cure | undefined;
  removeAnnotation: () => Cure;
  moveAnnotation: () => Cure;
  removeVolume: (volume: string) => Cure | undefined;
}

/** React hook: offers to edit the VM, after asking. */
export const useVmCures = (vm: VirtualMachine, parsed: ParsedSidecars): VmCures => {
  const { t } = useSidecarTranslation();
  const attach = useAttachSidecar();
  const askForEdit = useVmEdit();
  const asking = (label: string, edit: Omit<VmEditQuestion, 'vm'>): Cure => ({
    label,
    run: () => {
      askForEdit({ vm, ...edit });
    },
  });
  return {
    editSidecar: (index) => {
      const count = sidecarsIn(parsed).length;
      const known = index ?? (count === 1 ? 0 : undefined);
      return known === undefined || known >= count
        ? undefined
        : {
            label: t('Edit sidecar {{number}}', { number: known + 1 }),
            run: () => {
              attach(vm, known);
            },
          };
    },
    removeAnnotation: () => asking(t('Remove the annotation'), removeAnnotationQuestion(t)),
    moveAnnotation: () =>
      asking(t('Move the annotation'), {
        edit: moveAnnotation,
        title: t('Move the annotation?'),
        submitLabel: t('Move'),
        explanation: [t('KubeVirt reads it on the template only.')],
      }),
    removeVolume: (volume) => {
      const edit = removeVolume(volume);
      return edit(vm) === undefined
        ? undefined
        : asking(t('Remove the volume'), {
            edit,
            title: t('Remove the volume?'),
            submitLabel: t('Remove'),
            explanation: [
              t('The sidecar gets its script without it. The disk is gone when the VM starts next.'),
            ],
          });
    },
  };
};
