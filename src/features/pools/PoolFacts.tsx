import type { ReactElement } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { PoolEffect } from '../../sidecars/pools/poolEffect';
import { useSidecarTranslation } from '../../i18n';
import { strategyText } from './poolText';

interface PoolFactsProps {
  effect: PoolEffect;
  isLoading: boolean;
}

/** The settings of a pool, and how many of its VMs run. */
export const PoolFacts = ({ effect, isLoading }: PoolFactsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { maxUnavailable, members, running } = effect;
  const facts = [
    [t('Update strategy'), strategyText(t, effect)],
    [t('Maximum unavailable'), String(maxUnavailable)],
    [
      t('Running VMs'),
      isLoading
        ? t('Loading')
        : running === undefined
          ? t('Not known: the VMs could not be read')
          : t('{{running}} of {{count}} VMs', { running, count: members ?? 0 }),
    ],
  ] as const;
  return (
    <DescriptionList isHorizontal isCompact aria-label={t('Settings of the pool')}>
      {facts.map(([term, text]) => (
        <DescriptionListGroup key={term}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>{text}</DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
};
