import { cloudInitDiff } from './diff/cloudInitDiff';
import { domainDiff, type DomainDiff } from './diff/domainDiff';
import type { HookCall } from './hookCall';

const known = new WeakMap<HookCall, DomainDiff>();

/** The difference between the input and the output of a call. Computed once for each call. */
export const callDiff = (call: HookCall): DomainDiff => {
  const found = known.get(call);
  if (found !== undefined) {
    return found;
  }
  const { hookPoint, input, output } = call;
  const made = hookPoint === 'onDefineDomain' ? domainDiff(input, output) : cloudInitDiff(input, output);
  known.set(call, made);
  return made;
};
