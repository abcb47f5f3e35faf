import { parseSidecars, sidecarsIn } from '../../sidecars/annotation/annotation';
import type { VirtualMachine, VirtualMachineInstance } from '../../sidecars/objects/resources';
import type { Sidecar } from '../../sidecars/annotation/sidecar';
import { matchEntries } from '../../sidecars/state/stateDrift';
import { instanceAnnotation, templateAnnotation } from '../../sidecars/objects/vm';

/** A sidecar of the running instance; `index` is that in the instance, and of its container. */
export interface RunningSidecar {
  index: number;
  sidecar: Sidecar;
}

/**
 * What the running instance was started with and the template no longer has as it was: it goes with the next restart.
 * Nothing while the template cannot be read, as then nobody knows what it has.
 */
export const runningOnly = (
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
): RunningSidecar[] => {
  const template = parseSidecars(templateAnnotation(vm));
  const { phase } = vmi?.status ?? {};
  if (vmi === undefined || template.kind === 'malformed' || phase === 'Succeeded' || phase === 'Failed') {
    return [];
  }
  const instance = sidecarsIn(parseSidecars(instanceAnnotation(vmi)));
  const matches = matchEntries(sidecarsIn(template), instance);
  return instance
    .map((sidecar, index) => ({ index, sidecar }))
    .filter(({ index }) => !matches.includes(index));
};
