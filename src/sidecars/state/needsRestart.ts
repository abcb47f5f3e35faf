import type { SidecarState, StateReasonCode } from './state';

const KINDS: readonly SidecarState['kind'][] = ['restartNeeded', 'scriptChanged'];
const REASONS: readonly StateReasonCode[] = ['removed', 'malformedInstanceAnnotation'];

/**
 * Whether the instance differs from what a restart would make of it, also where something worse hides that: a VM
 * whose annotation was repaired fails until it is restarted. Not while the next start is known to fail.
 */
export const needsRestart = ({ kind, sidecars, reasons }: SidecarState): boolean =>
  !sidecars.some((single) => single.kind === 'failsAtNextStart') &&
  (KINDS.includes(kind) ||
    sidecars.some((single) => KINDS.includes(single.kind)) ||
    reasons.some(({ code }) => REASONS.includes(code)));
