import type { ReactElement } from 'react';
import { useId, useState, useSyncExternalStore } from 'react';
import { Button, Modal, Wizard, WizardHeader, WizardStep } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { useUnloadQuestion } from '../../components/useUnloadQuestion';
import { useGate } from '../../data/useGate';
import type { BulkAction } from '../../sidecars/plans/bulk/bulkPlan';
import { countGroups, type BulkTarget } from '../../sidecars/plans/bulk/bulkRow';
import { useSidecarTranslation } from '../../i18n';
import { createBulkRun, type BulkRun, type BulkState } from './bulkRun';
import { actionTitle } from './bulkText';
import { ReviewStep } from './ReviewStep';
import { RunStep } from './RunStep';
import { useBulkChoice } from './useBulkChoice';

export interface BulkWizardProps {
  kind: BulkAction['kind'];
  targets: readonly BulkTarget[];
  /** The names of what is attached to these VMs. */
  scripts: readonly string[];
  closeOverlay: () => void;
}

const NOTHING: BulkState = { rows: [], scripts: new Map(), busy: undefined };
const noSubscription = (): (() => void) => () => undefined;

/** Does the same to many VMs: what, review, run. Nothing is written before the last step. */
export const BulkWizard = ({ kind, targets, scripts, closeOverlay }: BulkWizardProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { status } = useGate();
  const [namespaces] = useState(() => [...new Set(targets.map(({ namespace }) => namespace))].sort());
  const { chosen, fields } = useBulkChoice(kind, namespaces, scripts);
  const [run, setRun] = useState<BulkRun>();
  const [withManaged, setWithManaged] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const state = useSyncExternalStore(run?.subscribe ?? noSubscription, run?.read ?? (() => NOTHING));
  const isRunning = state.busy === 'running';
  const { ready } = countGroups(state.rows);
  useUnloadQuestion(isRunning);

  const review = (managedToo: boolean): void => {
    run?.stop();
    if (chosen !== undefined) {
      const context = { kubevirtVersion: status?.version, gate: status, withManaged: managedToo };
      const next = createBulkRun({ targets, ...chosen, context });
      setWithManaged(managedToo);
      setRun(next);
      void next.review(['waiting']);
    }
  };
  const close = (): void => {
    if (isRunning) {
      setAsking(true);
    } else {
      run?.stop();
      closeOverlay();
    }
  };

  return (
    <Modal
      isOpen
      variant="large"
      aria-labelledby={`${id}-title`}
      onEscapePress={(event) => {
        event.stopPropagation();
        close();
      }}
    >
      {isAsking && isRunning ? (
        <InlineAlert
          variant="warning"
          isLiveRegion
          title={t('Stop here? VMs that were not changed yet stay as they are.')}
          actionLinks={
            <>
              <Button
                variant="link"
                isInline
                onClick={() => {
                  run?.stop();
                  closeOverlay();
                }}
              >
                {t('Stop and close')}
              </Button>
              <Button
                variant="link"
                isInline
                onClick={() => {
                  setAsking(false);
                }}
              >
                {t('Go on')}
              </Button>
            </>
          }
        />
      ) : null}
      <Wizard
        height="80vh"
        isVisitRequired
        navAriaLabel={t('Steps')}
        header={
          <WizardHeader
            title={actionTitle(t, kind, targets.length)}
            titleId={`${id}-title`}
            closeButtonAriaLabel={t('Close')}
            onClose={close}
          />
        }
        onClose={close}
        onSave={close}
        onStepChange={(_event, { id: step }) => {
          if (step === 'review') {
            review(withManaged);
          } else if (step === 'run') {
            void run?.run();
          }
        }}
      >
        <WizardStep
          id="what"
          name={t('What')}
          isDisabled={isRunning}
          footer={{
            nextButtonText: t('Next'),
            isNextDisabled: chosen === undefined,
            isBackHidden: true,
            cancelButtonText: t('Cancel'),
          }}
        >
          {fields}
        </WizardStep>
        <WizardStep
          id="review"
          name={t('Review')}
          isDisabled={chosen === undefined || isRunning}
          footer={{
            nextButtonText:
              kind === 'restart'
                ? t('Restart {{count}} VMs', { count: ready })
                : t('Change {{count}} VMs', { count: ready }),
            isNextDisabled: state.busy !== undefined || ready === 0,
            backButtonText: t('Back'),
            cancelButtonText: t('Cancel'),
          }}
        >
          <ReviewStep state={state} withManaged={withManaged} onWithManaged={review} />
        </WizardStep>
        <WizardStep
          id="run"
          name={t('Run')}
          isDisabled={ready === 0 || state.busy === 'reviewing'}
          footer={{
            nextButtonText: t('Close'),
            isNextDisabled: isRunning,
            isBackHidden: true,
            isCancelHidden: true,
          }}
        >
          {run === undefined ? null : <RunStep state={state} run={run} scriptName={chosen?.script?.name} />}
        </WizardStep>
      </Wizard>
    </Modal>
  );
};
