import type { ReactElement } from 'react';
import { Checkbox, Stack, StackItem } from '@patternfly/react-core';
import { RadioField } from '../../components/fields/RadioField';
import { InlineAlert } from '../../components/InlineAlert';
import type { PoolEffect } from '../../sidecars/pools/poolEffect';
import type { PoolWay } from '../../sidecars/pools/poolWays';
import { useSidecarTranslation } from '../../i18n';
import { PoolFacts } from './PoolFacts';
import { effectNotes, effectSentence, wayText } from './poolText';

interface PoolConsentNoticeProps {
  name: string;
  effect: PoolEffect;
  isLoading: boolean;
  ways: readonly PoolWay[];
  way: PoolWay;
  onWay: (way: PoolWay) => void;
  isAgreed: boolean;
  onAgree: (isAgreed: boolean) => void;
}

/** What saving does to the running VMs of a pool, gentler ways, and the question whether they may restart. */
export const PoolConsentNotice = ({
  name,
  effect,
  isLoading,
  ways,
  way,
  onWay,
  isAgreed,
  onAgree,
}: PoolConsentNoticeProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const restarts = effect.restarting !== 0;
  return (
    <InlineAlert
      variant={restarts ? 'warning' : 'info'}
      title={
        effect.restarting === undefined
          ? t('Saving may restart running VMs of the pool {{name}}', { name })
          : restarts
            ? t('Saving restarts running VMs of the pool {{name}}', { name })
            : t('Saving restarts no VM of the pool {{name}}', { name })
      }
      data-test="pool-consent"
    >
      <Stack hasGutter>
        <StackItem>
          <PoolFacts effect={effect} isLoading={isLoading} />
        </StackItem>
        {ways.length < 2 ? null : (
          <StackItem>
            <RadioField
              label={t('When running VMs get the change')}
              value={way}
              onChange={onWay}
              choices={ways.map((value) => ({ value, ...wayText(t, value) }))}
            />
          </StackItem>
        )}
        {isLoading ? null : (
          <StackItem aria-live="polite">
            {[effectSentence(t, effect), ...effectNotes(t, effect)].map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </StackItem>
        )}
        {restarts && !isLoading ? (
          <StackItem>
            <Checkbox
              id="ksp-pool-consent"
              label={t('I agree that these VMs restart')}
              isChecked={isAgreed}
              onChange={(_event, isChecked) => {
                onAgree(isChecked);
              }}
            />
          </StackItem>
        ) : null}
      </Stack>
    </InlineAlert>
  );
};
