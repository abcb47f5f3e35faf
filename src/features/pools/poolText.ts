import type { TFunction } from 'i18next';
import type { PoolEffect } from '../../sidecars/pools/poolEffect';
import type { PoolWay } from '../../sidecars/pools/poolWays';

export const strategyText = (t: TFunction, { strategy }: PoolEffect): string => {
  switch (strategy) {
    case 'unmanaged':
      return t('Unmanaged: existing VMs are not changed');
    case 'opportunistic':
      return t('Opportunistic: running VMs change at their next start');
    case 'proactive':
      return t('Proactive: running VMs restart');
  }
};

/** What a change of the hook scripts of the pool does to its running VMs. */
export const effectSentence = (t: TFunction, effect: PoolEffect): string => {
  const { strategy, isPaused, restarting, atOnce } = effect;
  if (isPaused) {
    return t('The pool is paused: it changes its VMs when it is resumed, not before.');
  }
  if (strategy === 'unmanaged') {
    return t('Only VMs that the pool creates later get the change.');
  }
  if (strategy === 'opportunistic') {
    return t('No running VM restarts. Each VM gets the change at its next start.');
  }
  if (restarting === undefined || atOnce === undefined) {
    return t('All running VMs of the pool restart. How many there are is not known.');
  }
  if (restarting === 0) {
    return t('No VM of the pool is running. Each VM gets the change at its next start.');
  }
  return atOnce === restarting
    ? t('{{count}} running VMs restart, all at the same time.', { count: restarting })
    : t('{{count}} running VMs restart, at most {{atOnce}} at the same time.', {
        count: restarting,
        atOnce,
      });
};

/** What else there is to know of the change, one sentence each. */
export const effectNotes = (t: TFunction, effect: PoolEffect): string[] => [
  ...(effect.isSelective
    ? [t('The pool changes only those of its VMs that its selection policy chooses.')]
    : []),
  ...(effect.isWaiting
    ? [
        t(
          'VMs that are stopped or not ready count as unavailable. The other VMs restart only when enough of these are ready.',
        ),
      ]
    : []),
  ...(effect.isAutohealing
    ? [
        t(
          'The pool replaces VMs that do not start (autohealing): if the hook fails, it deletes VMs and creates them again.',
        ),
      ]
    : []),
];

export const wayText = (t: TFunction, way: PoolWay): { label: string; description: string } => {
  switch (way) {
    case 'asPool':
      return {
        label: t('Restart as the pool says'),
        description: t('Leaves the settings of the pool as they are.'),
      };
    case 'oneByOne':
      return {
        label: t('One VM after the other'),
        description: t('Also sets maxUnavailable of the pool to 1.'),
      };
    case 'atNextStart':
      return {
        label: t('At each VM’s next start'),
        description: t(
          'Also sets the update strategy of the pool to opportunistic, in place of its proactive strategy.',
        ),
      };
  }
};
