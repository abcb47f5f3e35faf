import type { ReactElement } from 'react';
import { useCallback, useId, useState } from 'react';
import { Button, Flex, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { LoadableBody } from '../../components/LoadableBody';
import { prepareTrial, type PreparedTrial, type TrialRequest } from '../../data/trialStart/prepareTrial';
import { useTrial } from '../../data/trialStart/useTrial';
import { useSidecarTranslation } from '../../i18n';
import { usePolled } from '../../k8s/usePolled';
import { loadedData } from '../../loadable';
import { versionLacks } from '../../sidecars/featureGate/versionLacks';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import { CopyReportButton } from '../report/CopyReportButton';
import { trialReport } from './trialReport';
import { TrialConsent } from './TrialConsent';
import { TrialRefused } from './TrialRefused';
import { TrialRun } from './TrialRun';

interface TrialStartModalProps {
  request: TrialRequest;
  closeOverlay: () => void;
}

/** Starts a paused copy of a VM, after asking, and shows what its hook scripts do. */
export const TrialStartModal = ({ request, closeOverlay }: TrialStartModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { state, evidence, start, cancel } = useTrial();
  const [plan, setPlan] = useState<TrialPlan>();
  const prepare = useCallback(async () => prepareTrial(request), [request]);
  const { value: prepared, reload } = usePolled(prepare, undefined);
  const { name } = request.vm.metadata;
  const data = loadedData(prepared);
  const planned =
    data?.missing.length === 0 && data.planned.kind === 'planned' ? data.planned.plan : undefined;
  const isRunning = plan !== undefined && state.step !== undefined;
  const isCleaning = plan !== undefined && state.step === 'cleanUp';

  const body = (ready: PreparedTrial): ReactElement => {
    if (plan !== undefined) {
      return <TrialRun vm={request.vm} plan={plan} prepared={ready} evidence={evidence} state={state} />;
    }
    const version = ready.kubevirt?.status?.observedKubeVirtVersion;
    return planned === undefined ? (
      <TrialRefused prepared={ready} />
    ) : (
      <TrialConsent plan={planned} isWithoutLog={versionLacks(version).includes('stderrInLog')} />
    );
  };
  return (
    <Modal
      isOpen
      variant="large"
      // Closing while the trial runs cancels it, and the copy is removed all the same.
      onClose={closeOverlay}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
    >
      <ModalHeader
        title={t('Try the hook scripts on a copy of VM {{name}}', { name })}
        labelId={`${id}-title`}
      />
      <ModalBody id={`${id}-body`}>
        <LoadableBody value={prepared} what={t('what the copy needs')}>
          {body}
        </LoadableBody>
        {prepared.status === 'failed' ? (
          <Button variant="link" isInline onClick={reload}>
            {t('Try again')}
          </Button>
        ) : null}
      </ModalBody>
      <ModalFooter>
        <Flex columnGap={{ default: 'columnGapMd' }}>
          {plan === undefined ? (
            <Button
              isAriaDisabled={planned === undefined}
              onClick={() => {
                if (planned !== undefined) {
                  setPlan(planned);
                  start(planned);
                }
              }}
            >
              {t('Start the copy')}
            </Button>
          ) : null}
          {isRunning ? (
            <Button variant="secondary" isAriaDisabled={isCleaning} onClick={cancel}>
              {t('Cancel the trial')}
            </Button>
          ) : (
            <Button variant={plan === undefined ? 'link' : 'primary'} onClick={closeOverlay}>
              {plan === undefined ? t('Cancel') : t('Close')}
            </Button>
          )}
          {plan === undefined || isRunning || data === undefined ? null : (
            <CopyReportButton
              makeReport={() => trialReport(t, plan, data, state)}
              content={t('The result, the scripts and the calls as Markdown, with secrets masked')}
            />
          )}
        </Flex>
      </ModalFooter>
    </Modal>
  );
};
