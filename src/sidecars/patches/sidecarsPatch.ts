import type { Sidecar } from '../sidecar';
import type { JsonPatchOperation } from '../jsonPointer';
import type { VirtualMachine } from '../resources';

export interface SidecarsPatchInput {
  vm: VirtualMachine;
  /** The annotation's text that the user's edit started from; undefined when there was none. */
  seen: string | undefined;
  /** The new list, or a text to write as it is. */
  next: readonly Sidecar[] | { raw: string };
}

export interface Patch {
  operations: JsonPatchOperation[];
}

export const buildSidecarsPatch = (input: SidecarsPatchInput): Patch => {
  void input;
  return { operations: [] };
};
