import type { TFunction } from 'i18next';
import { visibleValue } from '../../../sidecars/text/visibleText';
import type { Advice } from '../../../sidecars/tries/adviceOn';

interface AdviceText {
  variant: 'info' | 'warning';
  title: string;
  body: string;
}

export const adviceText = (t: TFunction, advice: Advice): AdviceText => {
  const path = visibleValue(advice.path);
  switch (advice.code) {
    case 'native':
      return {
        variant: 'info',
        title: t('KubeVirt can do this without a script: {{field}}', { field: advice.field }),
        body: t('This is about {{path}}.', { path }),
      };
    case 'lostBetweenCalls':
      return {
        variant: 'info',
        title: t('KubeVirt loses {{what}} between two calls', { what: visibleValue(advice.lost) }),
        body: t(
          'Its schema has no place for it, so that the next call does not get it. Add it in each call, also where the rest of {{path}} is there already.',
          { path },
        ),
      };
    case 'sessionMode':
      return {
        variant: 'warning',
        title: t('libvirt refuses a bandwidth in session mode'),
        body: t('KubeVirt runs libvirt without root, where it cannot limit the bandwidth of {{path}}.', {
          path,
        }),
      };
    case 'identity':
      return {
        variant: 'warning',
        title: t('Changes what KubeVirt knows the VM by'),
        body: t('KubeVirt relies on {{path}}. Change it in the VM, not in a script.', { path }),
      };
  }
};
