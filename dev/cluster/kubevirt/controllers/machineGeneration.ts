import { isDeepStrictEqual } from 'node:util';
import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { changeIfPresent, INSTANCES } from '../behaviour';
import { expectedInstance, GENERATION_ANNOTATION } from './expectedInstance';
import { ExpandError } from '../instancetype/expand';
import { withoutObservedVersion } from './observedVersion';

const goesOn = (vmi: VirtualMachineInstance | undefined): vmi is VirtualMachineInstance =>
  vmi !== undefined && vmi.metadata.deletionTimestamp === undefined;

/** What a VM would start as; undefined when it could not start. */
const expectedNow = (store: Store, vm: VirtualMachine): VirtualMachineInstance | undefined => {
  try {
    return expectedInstance(store, vm);
  } catch (error) {
    if (error instanceof ExpandError) {
      return undefined;
    }
    throw error;
  }
};

/**
 * Whether a VM runs as an older template describes it. Labels and annotations do not count, as in KubeVirt; nor is
 * anything changed in a running VM, as with KubeVirt's roll-out strategy `Stage`.
 */
export const isOutdated = (
  store: Store,
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
): boolean => {
  const expected = expectedNow(store, vm);
  return goesOn(vmi) && expected !== undefined && !isDeepStrictEqual(expected.spec, vmi.spec);
};

/** The VM's generation that its instance was made of. */
export const observedGeneration = (vmi: VirtualMachineInstance | undefined): number | undefined => {
  const written = vmi?.metadata.annotations?.[GENERATION_ANNOTATION];
  return written === undefined ? undefined : Number(written);
};

const withoutGeneration = (vmi: VirtualMachineInstance): Record<string, string> => {
  const annotations = withoutObservedVersion(vmi);
  return Object.fromEntries(Object.entries(annotations).filter(([name]) => name !== GENERATION_ANNOTATION));
};

/** A VM's instance follows the VM's generation as long as the template stays as it was. */
export const observeGeneration = (
  store: Store,
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
): void => {
  const expected = expectedNow(store, vm);
  if (
    goesOn(vmi) &&
    expected !== undefined &&
    isDeepStrictEqual(expected.spec, vmi.spec) &&
    isDeepStrictEqual(withoutGeneration(expected), withoutGeneration(vmi))
  ) {
    changeIfPresent(store, INSTANCES, vmi, (draft) => {
      draft.metadata.annotations = {
        ...draft.metadata.annotations,
        ...expected.metadata.annotations,
      };
    });
  }
};
