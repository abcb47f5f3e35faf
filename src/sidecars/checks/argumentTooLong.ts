import { sidecarsIn } from '../annotation/annotation';
import type { Check } from './check';

/** Linux takes no argument of this size or more; the VMI is one argument of every script. */
const LIMIT_BYTES = 131_072;

/** What KubeVirt adds to the template until the VMI is complete: defaults, status, names. */
const RESERVE_BYTES = 12_288;

/** The VMI holds all of the template, inline cloud-init data included. */
export const argumentTooLong: Check = {
  id: 'argumentTooLong',
  severity: 'error',
  run: (context) => {
    const { template } = context.vm.spec;
    if (template === undefined || sidecarsIn(context.parsed).length === 0) {
      return [];
    }
    const bytes = new TextEncoder().encode(JSON.stringify(template)).length;
    return bytes + RESERVE_BYTES < LIMIT_BYTES
      ? []
      : [
          {
            id: 'argumentTooLong',
            severity: bytes < LIMIT_BYTES ? 'warning' : 'error',
            params: { bytes, limit: LIMIT_BYTES },
            place: { kind: 'vm', field: 'spec.template.spec' },
          },
        ];
  },
};
