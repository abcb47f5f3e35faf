import type { ReactElement } from 'react';
import { useUnloadQuestion } from '../../components/useUnloadQuestion';
import type { VmSidecars } from '../../data/useVmSidecars';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../i18n';
import { removeAnnotationQuestion } from './edits/removeAnnotationQuestion';
import { useVmEdit } from '../vmEdit/useVmEdit';
import { writeSidecars } from '../../sidecars/plans/vmEdit';
import { AnnotationRepair } from './repair/AnnotationRepair';
import type { RepairDraft } from '../../sidecars/plans/repairDraft';

interface RepairSectionProps {
  vm: VirtualMachine;
  draft: RepairDraft;
  context: VmSidecars['checkContext'];
  blocked: string | undefined;
  /** Undefined discards the draft. */
  onDraft: (draft: RepairDraft | undefined) => void;
}

/** The repair of a VM's annotation with its two dialogs: save the text, or remove the annotation. */
export const RepairSection = ({ vm, draft, context, blocked, onDraft }: RepairSectionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const ask = useVmEdit();
  // The draft survives all but closing or reloading the page.
  useUnloadQuestion(draft.text !== draft.seen);
  const drop = (): void => {
    onDraft(undefined);
  };
  return (
    <AnnotationRepair
      draft={draft}
      current={templateAnnotation(vm)}
      context={context}
      blocked={blocked}
      onChange={(text) => {
        onDraft({ ...draft, text });
      }}
      onReset={drop}
      onSave={() => {
        ask({
          vm,
          edit: writeSidecars({ raw: draft.text }),
          title: t('Save the annotation?'),
          submitLabel: t('Save'),
          explanation: [t('The text is written as you typed it.')],
          onWritten: drop,
        });
      }}
      onRemove={() => {
        ask({ vm, ...removeAnnotationQuestion(t), onWritten: drop });
      }}
    />
  );
};
