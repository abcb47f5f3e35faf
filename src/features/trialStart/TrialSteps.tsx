import type { ReactElement } from 'react';
import { ProgressStep, ProgressStepper, type ProgressStepProps } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useSidecarTranslation } from '../../i18n';
import { TRIAL_STEPS, type TrialState, type TrialStepId } from '../../sidecars/trialStart/trialState';

const stepText = (t: TFunction, step: TrialStepId): string => {
  switch (step) {
    case 'validate':
      return t('The cluster checks the copy');
    case 'schedule':
      return t('Its pod starts');
    case 'calls':
      return t('The hook scripts are called');
    case 'define':
      return t('libvirt gets the domain');
    case 'start':
      return t('QEMU starts, paused');
    case 'read':
      return t('The domain XML is read');
    case 'cleanUp':
      return t('The copy is removed');
  }
};

type StepStatus = 'done' | 'running' | 'failed' | 'pending' | 'skipped';

const VARIANTS: Readonly<Record<StepStatus, ProgressStepProps['variant']>> = {
  done: 'success',
  running: 'info',
  failed: 'danger',
  pending: 'pending',
  skipped: 'pending',
};

const statusOf = (id: TrialStepId, { step, failedStep, leftBehind }: TrialState): StepStatus => {
  const place = TRIAL_STEPS.indexOf(id);
  if (id === step) {
    return 'running';
  }
  if (id === 'cleanUp') {
    return step !== undefined ? 'pending' : leftBehind === undefined ? 'done' : 'failed';
  }
  if (failedStep !== undefined) {
    const failed = TRIAL_STEPS.indexOf(failedStep);
    return place < failed ? 'done' : place === failed ? 'failed' : 'skipped';
  }
  return step === undefined || place < TRIAL_STEPS.indexOf(step) ? 'done' : 'pending';
};

const statusText = (t: TFunction, status: StepStatus): string => {
  switch (status) {
    case 'done':
      return t('Done');
    case 'running':
      return t('In progress');
    case 'failed':
      return t('Failed');
    case 'pending':
      return t('Not yet');
    case 'skipped':
      return t('Skipped');
  }
};

/** How far a trial start has come. */
export const TrialSteps = ({ state }: { state: TrialState }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { seen } = state;
  const waits = state.step === 'schedule' ? (seen?.podMessage ?? '') || (seen?.syncMessage ?? '') : '';
  return (
    <div role="status">
      <ProgressStepper isVertical isCompact={false} aria-label={t('Progress of the trial')}>
        {TRIAL_STEPS.map((id) => {
          const status = statusOf(id, state);
          return (
            <ProgressStep
              key={id}
              id={`trial-${id}`}
              titleId={`trial-${id}-title`}
              variant={VARIANTS[status]}
              isCurrent={status === 'running'}
              description={id === 'schedule' && waits !== '' ? waits : undefined}
              aria-label={statusText(t, status)}
            >
              {stepText(t, id)}
            </ProgressStep>
          );
        })}
      </ProgressStepper>
    </div>
  );
};
