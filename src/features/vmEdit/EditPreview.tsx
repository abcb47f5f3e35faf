import type { ReactElement } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { prettyAnnotation } from '../../sidecars/plans/attach/rebase';
import { ChangedMeanwhileAlert } from '../../components/ChangedMeanwhileAlert';
import { PatchPreview } from '../../components/patchPreview/PatchPreview';
import { TextDiff } from '../../components/textDiff/TextDiff';
import { holderNoun } from '../holders/holderText';
import { ManagerNotice } from '../managers/ManagerNotice';
import type { PoolConsent } from '../pools/usePoolConsent';
import { failureText } from '../../components/failureText';
import { patchCommand } from '../../sidecars/plans/commands';
import { holderResource } from '../../sidecars/objects/holder';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../i18n';
import type { Reread } from '../../data/useReread';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { PlannedEdit } from '../../sidecars/plans/vmEdit';

interface EditPreviewProps {
  reread: Reread<VirtualMachine>;
  plan: Pick<PlannedEdit, 'before' | 'after'> | undefined;
  consent: PoolConsent;
  /** Replaces the preview if there is nothing left to change. */
  nothingToDo: string;
}

/** The patch of the VM, and what somebody else has changed since the dialog was opened. */
export const EditPreview = ({
  reread: { object: vm, before, isAnother, error },
  plan,
  consent: { notice, operations },
  nothingToDo,
}: EditPreviewProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name, namespace = '' } = vm.metadata;
  const kind = holderNoun(t, vm);
  const isSameAnnotation =
    before !== undefined && !isAnother && templateAnnotation(before) === templateAnnotation(vm);
  return (
    <Stack hasGutter>
      {before === undefined ? null : (
        <StackItem>
          {isSameAnnotation ? (
            <InlineAlert
              isLiveRegion
              variant="warning"
              title={t('Another part of the {{kind}} was changed meanwhile. Nothing was saved. Try again.', {
                kind,
              })}
              data-test="changed-meanwhile"
            />
          ) : (
            <ChangedMeanwhileAlert
              what={t('sidecars of {{kind}} {{name}}', { kind, name })}
              isAnother={isAnother}
              before={prettyAnnotation(templateAnnotation(before))}
              after={prettyAnnotation(templateAnnotation(vm))}
              advice={t('What would be written now is shown below. Try again if it is still what you want.')}
            />
          )}
        </StackItem>
      )}
      {error === undefined ? null : (
        <StackItem>
          <InlineAlert
            variant="danger"
            title={t('Changed meanwhile, and the {{kind}} could not be read again', { kind })}
          >
            {failureText(t, error)}
          </InlineAlert>
        </StackItem>
      )}
      {plan === undefined ? (
        <StackItem>
          <InlineAlert isPlain variant="info" title={nothingToDo} />
        </StackItem>
      ) : (
        <>
          <StackItem>
            <ManagerNotice vm={vm} operations={operations} />
            <TextDiff before={plan.before} after={plan.after} label={t('Before and after')} />
          </StackItem>
          {notice === null ? null : <StackItem>{notice}</StackItem>}
          <StackItem>
            <PatchPreview
              operations={operations}
              command={(cli) =>
                patchCommand(cli, { resource: holderResource(vm), name, namespace }, operations)
              }
            />
          </StackItem>
        </>
      )}
    </Stack>
  );
};
