import type { ReactElement } from 'react';
import { AlertActionCloseButton, List, ListItem, Progress } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { InlineAlert } from '../../../components/InlineAlert';
import { loadedData } from '../../../loadable';
import type { Condition } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';
import { obstacleText } from './gateTexts';
import {
  troubledConditions,
  WAIT_MS,
  waitedSeconds,
  waitObstacles,
  waitOutcome,
  type GateWait,
} from '../../../sidecars/featureGate/gateWait';
import type { WaitedGate } from './useGateWait';

const WAIT_SECONDS = WAIT_MS / 1000;
const VARIANTS = { waiting: 'info', reached: 'success', gaveUp: 'warning' } as const;

const titleOf = (t: TFunction, wait: GateWait, now: number): string => {
  const seconds = waitedSeconds(wait, now);
  switch (waitOutcome(wait, now)) {
    case 'waiting':
      return wait.wanted
        ? t('Saved. Waiting until KubeVirt lists the feature gate')
        : t('Saved. Waiting until KubeVirt no longer lists the feature gate');
    case 'reached':
      return wait.wanted
        ? t('KubeVirt lists the feature gate, after {{seconds}} s', { seconds })
        : t('KubeVirt no longer lists the feature gate, after {{seconds}} s', { seconds });
    case 'gaveUp':
      return wait.wanted
        ? t('Saved, but KubeVirt does not list the feature gate after {{seconds}} s', { seconds })
        : t('Saved, but KubeVirt still lists the feature gate after {{seconds}} s', { seconds });
  }
};

const conditionText = ({ type, status, reason = '', message = '' }: Condition): string =>
  [`${type}=${status}`, reason, message].filter((part) => part !== '').join(' · ');

interface GateWaitAlertProps {
  wait: GateWait;
  now: number;
  gate: WaitedGate['gate'];
  onClose: () => void;
}

/** The progress of the user's change, which HCO and KubeVirt reconcile a while after it is written. */
export const GateWaitAlert = ({ wait, now, gate, onClose }: GateWaitAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const outcome = waitOutcome(wait, now);
  const seconds = waitedSeconds(wait, now);
  const hco = loadedData(gate.hco);
  const conditions = hco?.kind === 'found' ? troubledConditions(hco.hco.status?.conditions) : [];
  return (
    <InlineAlert
      isLiveRegion
      variant={VARIANTS[outcome]}
      title={titleOf(t, wait, now)}
      actionClose={<AlertActionCloseButton onClose={onClose} aria-label={t('Close')} />}
      data-test={`gate-wait-${outcome}`}
    >
      {outcome === 'waiting' ? (
        // Only the title is announced: the seconds would interrupt screen readers.
        <div aria-live="off">
          <Progress
            aria-label={t('Time waited')}
            size="sm"
            max={WAIT_SECONDS}
            value={seconds}
            label={t('{{seconds}} of {{limit}} s', { seconds, limit: WAIT_SECONDS })}
          />
        </div>
      ) : null}
      {outcome === 'gaveUp' ? (
        <>
          <p>{t('It may still take effect. What is known about the delay:')}</p>
          <List>
            {waitObstacles(wait.wanted, gate.status).map((obstacle) => (
              <ListItem key={obstacle.code}>{obstacleText(t, obstacle)}</ListItem>
            ))}
            {conditions.map((condition) => (
              <ListItem key={condition.type}>
                {t('HCO says: {{condition}}', { condition: conditionText(condition) })}
              </ListItem>
            ))}
            <ListItem>{t('The log of the HyperConverged operator says more.')}</ListItem>
          </List>
        </>
      ) : null}
    </InlineAlert>
  );
};
