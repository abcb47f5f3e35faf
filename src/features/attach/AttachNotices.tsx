import type { ReactElement } from 'react';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { ChangedMeanwhileAlert } from '../../components/ChangedMeanwhileAlert';
import { MalformedNotice } from './MalformedNotice';
import type { AttachConflict } from './saveAttach';

interface AttachNoticesProps {
  vm: VirtualMachine;
  conflict: AttachConflict['rebased'] | undefined;
}

/** What somebody else has changed while the form was open. */
export const AttachNotices = ({ vm, conflict }: AttachNoticesProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name } = vm.metadata;
  return (
    <>
      {conflict?.kind === 'malformed' ? <MalformedNotice vm={vm} parsed={conflict.parsed} /> : null}
      {conflict?.kind === 'changed' ? (
        <ChangedMeanwhileAlert
          what={t('hook sidecars of {{name}}', { name })}
          before={conflict.before}
          after={conflict.after}
          isAnother={conflict.isAnother}
          advice={
            conflict.isGone
              ? t(
                  'The sidecar that you edit is no longer there: saving now adds it again, beside what is there now.',
                )
              : t(
                  'Saving now writes your edit into the new list. “Review what is written”, below the fields, shows the result.',
                )
          }
        />
      ) : null}
    </>
  );
};
