import type { Check } from './check';

/** While the gate is off KubeVirt refuses every change of a VM that carries the annotation, and its start. */
export const gateOff: Check = {
  id: 'gateOff',
  severity: 'error',
  run: ({ gate, parsed }) =>
    gate?.enabled === false && parsed.kind !== 'absent'
      ? [{ id: 'gateOff', severity: 'error', params: {}, place: { kind: 'annotation' } }]
      : [],
};
