import { useCallback, useMemo, type ReactElement } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { isChangedMeanwhile } from '../../apiError';
import { FailureAlert } from '../../components/FailureAlert';
import { FormModal } from '../../components/FormModal';
import { patchVm, readAgain } from '../../data/holders';
import { usePolled } from '../../k8s/usePolled';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { holderNoun } from '../holders/holderText';
import { usePoolConsent } from '../pools/usePoolConsent';
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
  /** Whether the API server is asked with a dry run before the user can write. */
  hasDryRun?: boolean;
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
  hasDryRun = false,
  onWritten,
  closeOverlay,
}: VmEditModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const reread = useReread(readAgain, opened);
  const { object: vm } = reread;
  const plan = useMemo(() => edit(vm), [edit, vm]);
  const tryPatch = useCallback(
    async () => (plan === undefined ? undefined : patchVm(vm, plan.operations, { isDryRun: true })),
    [vm, plan],
  );
  const dryRun = usePolled(hasDryRun ? tryPatch : undefined, undefined).value;
  // Saving shows what somebody else has changed.
  const refusal = dryRun.status === 'failed' && !isChangedMeanwhile(dryRun.error) ? dryRun.error : undefined;
  const consent = usePoolConsent(vm, plan?.operations ?? []);
  return (
    <FormModal
      title={title}
      titleIconVariant={danger ? ('warning' as const) : undefined}
      submitLabel={submitLabel}
      danger={danger}
      isBlocked={plan === undefined || refusal !== undefined}
      blocker={
        hasDryRun && dryRun.status === 'loading'
          ? t('A dry run asks whether the cluster accepts the change.')
          : consent.blocker
      }
      onSubmit={async () => {
        if (plan !== undefined) {
          await patchVm(vm, consent.operations);
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
        {refusal === undefined ? null : (
          <StackItem>
            <FailureAlert error={refusal} title={t('The cluster does not accept the change')} />
          </StackItem>
        )}
        <StackItem>
          <EditPreview
            reread={reread}
            plan={plan}
            consent={consent}
            nothingToDo={t('There is nothing left to do: the {{kind}} already has this change.', {
              kind: holderNoun(t, opened),
            })}
          />
        </StackItem>
      </Stack>
    </FormModal>
  );
};
