import type { TFunction } from 'i18next';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import type { TrialFailure } from '../../sidecars/trialStart/trialState';

/** Why a trial ended early: a title, and the cluster's words where there are any. */
export const trialFailureText = (
  t: TFunction,
  failure: TrialFailure,
  { hooks }: TrialPlan,
): { title: string; said: string } => {
  switch (failure.kind) {
    case 'refused':
      return {
        title: t('The cluster refused {{object}}', { object: failure.object }),
        said: failure.message,
      };
    case 'hookFailed':
      return {
        title: t('Hook script {{name}} failed in call {{call}}: the VM would not start', {
          name: hooks.find(({ index }) => index === failure.hook)?.name ?? '',
          call: failure.call,
        }),
        said: '',
      };
    case 'containerFailed':
      return { title: t('The container of a hook script has ended'), said: failure.message };
    case 'syncFailed':
      return { title: t('KubeVirt cannot start the copy'), said: failure.message };
    case 'instanceFailed':
      return { title: t('The copy has crashed'), said: failure.message };
    case 'gone':
      return { title: t('Somebody else has deleted the copy'), said: '' };
    case 'cancelled':
      return { title: t('The trial was cancelled'), said: '' };
    case 'tookTooLong':
      return { title: t('The copy did not start in time'), said: '' };
    case 'unreachable':
      return { title: t('The cluster cannot be reached'), said: failure.message };
  }
};
