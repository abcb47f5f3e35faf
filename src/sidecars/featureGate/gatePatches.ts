import { FEATURE_GATE, HCO_JSONPATCH_ANNOTATION } from '../annotation/constants';
import { pointer, type JsonPatchOperation } from '../json/jsonPointer';
import { annotationPatch } from '../plans/annotationPatch';
import { guardedAdd } from '../plans/guardedAdd';
import type { HyperConverged, KubeVirt } from '../objects/resources';
import { serializeHcoPatch, type HcoOperation } from './hcoAnnotation';

export interface HcoGatePatchInput {
  hco: HyperConverged;
  /** The annotation's text on which the new operations are based. */
  seenText: string | undefined;
  nextOps: readonly HcoOperation[];
}

/** Writes the jsonpatch annotation; without operations it is removed, which also ends HCO's taint. */
export const buildHcoGatePatch = ({
  hco,
  seenText,
  nextOps,
}: HcoGatePatchInput): { operations: JsonPatchOperation[] } => ({
  operations: annotationPatch({
    object: hco,
    annotations: ['metadata', 'annotations'],
    name: HCO_JSONPATCH_ANNOTATION,
    seen: seenText,
    next: nextOps.length === 0 ? undefined : serializeHcoPatch(nextOps),
  }),
});

const DEVELOPER_CONFIGURATION = ['spec', 'configuration', 'developerConfiguration'] as const;

/** Removes all occurrences of the gate from a list, from the end so that indexes stay right. */
const removals = (list: readonly string[], name: string): JsonPatchOperation[] => {
  const indexes = list.flatMap((gate, index) => (gate === FEATURE_GATE ? [index] : [])).reverse();
  const keys = [...DEVELOPER_CONFIGURATION, name];
  return indexes.length === 0
    ? []
    : [
        { op: 'test', path: pointer(...keys), value: list },
        ...indexes.map((index): JsonPatchOperation => ({ op: 'remove', path: pointer(...keys, index) })),
      ];
};

/** For KubeVirt without HCO, which would revert the change. No operations if there is nothing to change. */
export const buildKubeVirtGatePatch = (
  kubevirt: KubeVirt,
  enabled: boolean,
): { operations: JsonPatchOperation[] } => {
  const { featureGates, disabledFeatureGates } = kubevirt.spec?.configuration?.developerConfiguration ?? {};
  if (!enabled) {
    return { operations: removals(featureGates ?? [], 'featureGates') };
  }
  const keys = [...DEVELOPER_CONFIGURATION, 'featureGates'];
  const additions: JsonPatchOperation[] =
    featureGates === undefined
      ? guardedAdd(kubevirt, keys, [FEATURE_GATE])
      : [
          { op: 'test', path: pointer(...keys), value: featureGates },
          { op: 'add', path: pointer(...keys, '-'), value: FEATURE_GATE },
        ];
  return {
    // Additions come first, because they may test the unchanged parent of both lists.
    operations: [
      ...(featureGates?.includes(FEATURE_GATE) === true ? [] : additions),
      ...removals(disabledFeatureGates ?? [], 'disabledFeatureGates'),
    ],
  };
};
