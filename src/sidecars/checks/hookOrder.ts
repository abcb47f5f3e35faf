import { sidecarsIn } from '../annotation/annotation';
import { hookPointOf } from '../annotation/sidecar';
import type { Check } from './check';

/** Several onDefineDomain scripts change one XML, in an order that KubeVirt does not take from the annotation. */
export const hookOrder: Check = {
  id: 'hookOrder',
  severity: 'warning',
  run: (context) => {
    const count = sidecarsIn(context.parsed).filter(
      (sidecar) => hookPointOf(sidecar) === 'onDefineDomain',
    ).length;
    return count < 2
      ? []
      : [{ id: 'hookOrder', severity: 'warning', params: { count }, place: { kind: 'annotation' } }];
  },
};
