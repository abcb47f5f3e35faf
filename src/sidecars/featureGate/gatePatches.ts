import type { JsonPatchOperation } from '../jsonPointer';
import type { HyperConverged, KubeVirt } from '../resources';
import type { HcoOperation } from './hcoAnnotation';

export interface HcoGatePatchInput {
  hco: HyperConverged;
  /** The annotation's text that the new operations were made from. */
  seenText: string | undefined;
  nextOps: readonly HcoOperation[];
}

export const buildHcoGatePatch = (input: HcoGatePatchInput): { operations: JsonPatchOperation[] } => {
  void input;
  return { operations: [] };
};

/** For plain KubeVirt, without HCO, which would revert it. */
export const buildKubeVirtGatePatch = (
  kubevirt: KubeVirt,
  enabled: boolean,
): { operations: JsonPatchOperation[] } => {
  void [kubevirt, enabled];
  return { operations: [] };
};
