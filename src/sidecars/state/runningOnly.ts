import { parseSidecars, checkedSidecars } from '../annotation/annotation';
import type { VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import { matchRunning } from './matchRunning';
import { instanceAnnotation, templateAnnotation } from '../objects/vm';

/** A sidecar of the running instance; `index` is its position there and the number of its container. */
export interface RunningSidecar {
  index: number;
  sidecar: Sidecar;
}

/**
 * Sidecars of the running instance that the template no longer has unchanged; the next restart removes them. Empty if the
 * template cannot be read, because its sidecars are then unknown.
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
  const instance = checkedSidecars(parseSidecars(instanceAnnotation(vmi)));
  const { matches, removed } = matchRunning(vm, checkedSidecars(template), instance);
  return removed.length === 0 && matches.every((match) => match !== undefined)
    ? []
    : instance.map((sidecar, index) => ({ index, sidecar })).filter(({ index }) => !matches.includes(index));
};
