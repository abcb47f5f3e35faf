import { sidecarsIn } from '../annotation/annotation';
import { takesCloudInit } from '../annotation/sidecar';
import type { Check } from './check';

/** virt-launcher calls only one sidecar for preCloudInitIso: that whose socket it finds first. */
export const severalPreCloudInitIso: Check = {
  id: 'severalPreCloudInitIso',
  severity: 'error',
  run: (context) => {
    const count = sidecarsIn(context.parsed).filter(takesCloudInit).length;
    return count < 2
      ? []
      : [
          {
            id: 'severalPreCloudInitIso',
            severity: 'error',
            params: { count },
            place: { kind: 'annotation' },
          },
        ];
  },
};
