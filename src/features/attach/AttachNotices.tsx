import type { ReactElement } from 'react';
import { InlineAlert } from '../../components/InlineAlert';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { ChangedMeanwhileAlert } from '../../components/ChangedMeanwhileAlert';
import { MalformedNotice } from './MalformedNotice';
import type { AttachConflict } from './saveAttach';

interface AttachNoticesProps {
  vm: VirtualMachine;
  conflict: AttachConflict['rebased'] | undefined;
  created: ConfigMap | undefined;
  onLeave: () => void;
}

/** What happened while the form was open: somebody else's change, or a script that is created already. */
export const AttachNotices = ({ vm, conflict, created, onLeave }: AttachNoticesProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name } = vm.metadata;
  return (
    <>
      {conflict?.kind === 'malformed' ? (
        <MalformedNotice vm={vm} parsed={conflict.parsed} onLeave={onLeave} />
      ) : null}
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
      {created === undefined ? null : (
        <InlineAlert
          variant="info"
          title={t('ConfigMap {{script}} is created, VM {{name}} is not changed yet', {
            script: created.metadata.name,
            name,
          })}
        >
          {t('Saving again attaches it, and does not create it a second time.')}
        </InlineAlert>
      )}
    </>
  );
};
