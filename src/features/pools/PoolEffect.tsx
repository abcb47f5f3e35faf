import type { ReactElement } from 'react';
import { Stack, StackItem, Title } from '@patternfly/react-core';
import type { VirtualMachinePool } from '../../sidecars/objects/templateResources';
import { useSidecarTranslation } from '../../i18n';
import { PoolFacts } from './PoolFacts';
import { effectNotes, effectSentence } from './poolText';
import { usePoolEffect } from './usePoolEffect';

/** What a change of a pool's hook scripts does to its VMs now, and the settings that decide it. */
export const PoolEffect = ({ pool }: { pool: VirtualMachinePool }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { effect, isLoading } = usePoolEffect(pool);
  return (
    <Stack hasGutter data-test="pool-effect">
      <StackItem>
        <Title headingLevel="h3" size="md">
          {t('What a change does to the VMs of the pool')}
        </Title>
      </StackItem>
      <StackItem>
        <PoolFacts effect={effect} isLoading={isLoading} />
      </StackItem>
      {isLoading ? null : (
        <StackItem>
          {[effectSentence(t, effect), ...effectNotes(t, effect)].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </StackItem>
      )}
    </Stack>
  );
};
