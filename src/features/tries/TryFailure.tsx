import type { ReactElement } from 'react';
import { describeFailure } from '../../apiError';
import { FailureAlert } from '../../components/FailureAlert';
import { FoldedText } from '../../components/FoldedText';
import { InlineAlert } from '../../components/InlineAlert';
import { TryFailed } from '../../data/tryPod/tryProblem';
import { useSidecarTranslation } from '../../i18n';
import { visibleText } from '../../sidecars/text/visibleText';
import { cureText } from './obstacleText';

const Said = ({
  title,
  said,
  cure,
}: {
  title: string;
  said: string;
  cure: string | undefined;
}): ReactElement => (
  <InlineAlert isLiveRegion variant="danger" title={title}>
    {said === '' ? null : <FoldedText text={visibleText(said)} />}
    {cure === undefined ? null : <p>{cure}</p>}
  </InlineAlert>
);

/** Why a try could not be made, and what to do about it. */
export const TryFailure = ({ error }: { error: unknown }): ReactElement => {
  const { t } = useSidecarTranslation();
  const problem = error instanceof TryFailed ? error.problem : undefined;
  switch (problem?.kind) {
    case undefined:
      return <FailureAlert error={error} title={t('The script could not be tried')} />;
    case 'notCreated': {
      const cure = cureText(t, describeFailure(problem.error).message);
      return (
        <>
          <FailureAlert error={problem.error} title={t('The pod for the try could not be created')} />
          {cure === undefined ? null : <p className="pf-v6-u-mt-sm">{cure}</p>}
        </>
      );
    }
    case 'noImage':
      return (
        <Said
          title={t('The image of KubeVirt’s sidecars is not known')}
          said=""
          cure={t(
            'Neither KubeVirt’s object nor a running hook names it. Attach a script to a VM and start it, or ask an administrator of the cluster.',
          )}
        />
      );
    case 'podEnded':
      return (
        <Said
          title={t('Pod {{name}} ended before the script was tried', { name: problem.pod })}
          said={problem.said}
          cure={cureText(t, problem.said) ?? t('Try again: another one is created.')}
        />
      );
    case 'noConnection':
      return (
        <Said
          title={t('No command can be run in pod {{name}}', { name: problem.pod })}
          said=""
          cure={t(
            'The console’s connection was refused. It needs the right to create pods/exec in the namespace, which the role edit has.',
          )}
        />
      );
    case 'runnerFailed':
      return (
        <Said
          title={t('The script could not be started in the pod')}
          said={problem.message}
          cure={undefined}
        />
      );
  }
};
