import type { ReactElement } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { FormModal } from '../../components/FormModal';
import { patchVm, readAgain } from '../../data/holders';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { holderNoun } from '../holders/holderText';
import { EditPreview } from './EditPreview';
import { useReread } from '../../data/useReread';
import type { VmEdit } from '../../sidecars/plans/vmEdit';

export interface VmEditModalProps {
  vm: VirtualMachine;
  edit: VmEdit;
  title: string;
  submitLabel: string;
  /** What the edit does and why, one sentence each. */
  explanation: readonly string[];
  danger?: boolean;
  onWritten?: () => void;
  closeOverlay: () => void;
}

/** Shows the patch of an edit of a VM's sidecars, and writes it unless somebody else has changed them. */
export const VmEditModal = ({
  vm: opened,
  edit,
  title,
  submitLabel,
  explanation,
  danger = false,
  onWritten,
  closeOverlay,
}: VmEditModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const reread = useReread(readAgain, opened);
  const plan = edit(reread.object);
  return (
    <FormModal
      title={title}
      titleIconVariant={danger ? ('warning' as const) : undefined}
      submitLabel={submitLabel}
      danger={danger}
      isBlocked={plan === undefined}
      onSubmit={async () => {
        if (plan !== undefined) {
          await patchVm(reread.object, plan.operations);
          onWritten?.();
        }
      }}
      onChangedMeanwhile={reread.reread}
      onClose={closeOverlay}
    >
      <Stack hasGutter>
        {explanation.map((sentence) => (
          <StackItem key={sentence}>{sentence}</StackItem>
        ))}
        <StackItem>
          <EditPreview
            reread={reread}
            plan={plan}
            nothingToDo={t('There is nothing left to do: the {{kind}} already has this change.', {
              kind: holderNoun(t, opened),
            })}
          />
        </StackItem>
      </Stack>
    </FormModal>
  );
};
