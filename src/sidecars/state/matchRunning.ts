import type { VirtualMachine } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import { sameSidecar } from '../annotation/annotation';
import { templateAnnotation } from '../objects/vm';
import { hookOrigins } from './inherited';
import { matchEntries, removedEntries } from './stateDrift';
import type { StateReason } from './stateModel';

export interface RunningMatch {
  /** For each entry of the template its index in the instance. */
  matches: readonly (number | undefined)[];
  /** The entries of the instance that the template no longer has. */
  removed: readonly StateReason[];
}

/** What the raw I/O add-on's webhook leaves of a sidecar at each start. */
const asRewritten = ({ image, imagePullPolicy }: Sidecar): Sidecar => ({
  ...(image === undefined ? {} : { image }),
  ...(imagePullPolicy === undefined ? {} : { imagePullPolicy }),
  extra: {},
});

/** Without hooks in the template, all are the add-on's own. */
const isRewritten = (vm: VirtualMachine): boolean =>
  templateAnnotation(vm) !== undefined && hookOrigins(vm).some(({ kind }) => kind === 'rawIo');

/** Whether that webhook drops a part of the sidecar, without which it does nothing. */
export const isDropped = (vm: VirtualMachine, sidecar: Sidecar): boolean =>
  isRewritten(vm) && !sameSidecar(sidecar, asRewritten(sidecar));

/** Compares the template's sidecars with those that the instance was started with. */
export const matchRunning = (
  vm: VirtualMachine,
  template: readonly Sidecar[],
  instance: readonly Sidecar[],
): RunningMatch => {
  if (isRewritten(vm)) {
    // What is not in the template is the add-on's own, and comes back at each start.
    return { matches: matchEntries(template.map(asRewritten), instance.map(asRewritten)), removed: [] };
  }
  const matches = matchEntries(template, instance);
  return { matches, removed: removedEntries(matches, instance) };
};
