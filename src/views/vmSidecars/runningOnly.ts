import { parseSidecars } from '../../sidecars/annotation';
import type { VirtualMachine, VirtualMachineInstance } from '../../sidecars/resources';
import type { Sidecar } from '../../sidecars/sidecar';
import { removedEntries } from '../../sidecars/stateDrift';
import { instanceAnnotation, templateAnnotation } from '../../sidecars/vm';

/** A sidecar of the running instance; `index` is that in the instance, and of its container. */
export interface RunningSidecar {
  index: number;
  sidecar: Sidecar;
}

const sidecarsOf = (text: string | undefined): Sidecar[] => {
  const parsed = parseSidecars(text);
  return parsed.kind === 'parsed' ? parsed.sidecars : [];
};

/** What the running instance was started with and the template no longer has: it goes with the next restart. */
export const runningOnly = (
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
): RunningSidecar[] => {
  const instance = vmi === undefined ? [] : sidecarsOf(instanceAnnotation(vmi));
  return removedEntries(sidecarsOf(templateAnnotation(vm)), instance).flatMap(({ params }) => {
    const index = Number(params.index);
    const sidecar = instance[index];
    return sidecar === undefined ? [] : [{ index, sidecar }];
  });
};
