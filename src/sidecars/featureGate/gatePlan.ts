import { annotateHcoCommand, patchCommand, type Cli } from '../plans/commands';
import { FEATURE_GATE, HCO_JSONPATCH_ANNOTATION } from '../annotation/constants';
import { buildHcoGatePatch, buildKubeVirtGatePatch } from './gatePatches';
import {
  disableGate,
  enableGate,
  parseHcoPatch,
  serializeHcoPatch,
  type HcoOperation,
} from './hcoAnnotation';
import { spellJson } from '../json/jsonSpelling';
import type { JsonPatchOperation } from '../json/jsonPointer';
import type { HyperConverged, KubeVirt } from '../objects/resources';
import { shellCommand } from '../text/shellQuote';

/** The object that controls the gate: HCO reverts changes of KubeVirt's own object. */
export type GateObject = { kind: 'hco'; object: HyperConverged } | { kind: 'kubevirt'; object: KubeVirt };

export type GatePlan =
  | {
      kind: 'change';
      operations: JsonPatchOperation[];
      /** The target's gates before and after, as readable JSON. */
      before: string;
      after: string;
      /** The guide's command; only for HCO. */
      annotate: ((cli: Cli) => string) | undefined;
    }
  /** `nothingToChange`: the target has the wanted setting already, whether or not the cluster has applied it. */
  | { kind: 'refused'; why: 'malformed' | 'nothingToChange' };

const readable = (value: unknown): string => spellJson(value, 'lines');

const sameText = (one: readonly HcoOperation[], other: readonly HcoOperation[]): boolean =>
  serializeHcoPatch(one) === serializeHcoPatch(other);

const planHco = ({ object: hco }: GateObject & { kind: 'hco' }, enabled: boolean): GatePlan => {
  const seenText = hco.metadata.annotations?.[HCO_JSONPATCH_ANNOTATION];
  const parsed = parseHcoPatch(seenText);
  if (parsed.kind === 'malformed') {
    return { kind: 'refused', why: 'malformed' };
  }
  const seen = parsed.kind === 'parsed' ? parsed.operations : [];
  const next = enabled ? enableGate(seen) : disableGate(seen);
  if (sameText(seen, next)) {
    return { kind: 'refused', why: 'nothingToChange' };
  }
  const { name, namespace = '' } = hco.metadata;
  return {
    kind: 'change',
    operations: buildHcoGatePatch({ hco, seenText, nextOps: next }).operations,
    before: readable(seen),
    after: readable(next),
    annotate: (cli) =>
      next.length === 0
        ? shellCommand(
            cli,
            'annotate',
            '-n',
            namespace,
            'hyperconverged',
            name,
            `${HCO_JSONPATCH_ANNOTATION}-`,
          )
        : annotateHcoCommand(cli, { name, namespace }, next),
  };
};

const readableLists = (featureGates: readonly string[] = [], disabled?: readonly string[]): string =>
  readable({ featureGates, disabledFeatureGates: disabled });

const planKubeVirt = (kubevirt: KubeVirt, enabled: boolean): GatePlan => {
  const { operations } = buildKubeVirtGatePatch(kubevirt, enabled);
  if (operations.length === 0) {
    return { kind: 'refused', why: 'nothingToChange' };
  }
  const { featureGates = [], disabledFeatureGates } =
    kubevirt.spec?.configuration?.developerConfiguration ?? {};
  const without = (gates: readonly string[]): string[] => gates.filter((gate) => gate !== FEATURE_GATE);
  return {
    kind: 'change',
    operations,
    before: readableLists(featureGates, disabledFeatureGates),
    after: enabled
      ? readableLists(
          [...without(featureGates), FEATURE_GATE],
          disabledFeatureGates && without(disabledFeatureGates),
        )
      : readableLists(without(featureGates), disabledFeatureGates),
    annotate: undefined,
  };
};

/** The patch that turns the gate on or off, based on the target when it was read. */
export const planGate = (target: GateObject, enabled: boolean): GatePlan =>
  target.kind === 'hco' ? planHco(target, enabled) : planKubeVirt(target.object, enabled);

/** The command that writes the patch of a plan. */
export const gatePatchCommand = (
  cli: Cli,
  { kind, object: { metadata } }: GateObject,
  operations: readonly JsonPatchOperation[],
): string =>
  patchCommand(
    cli,
    {
      resource: kind === 'hco' ? 'hyperconverged' : 'kubevirt',
      name: metadata.name,
      namespace: metadata.namespace ?? '',
    },
    operations,
  );

/** The target's gates as its owner wrote them, to show what somebody else changed. */
export const gateText = (target: GateObject): string => {
  if (target.kind === 'kubevirt') {
    const { featureGates, disabledFeatureGates } =
      target.object.spec?.configuration?.developerConfiguration ?? {};
    return readableLists(featureGates, disabledFeatureGates);
  }
  const parsed = parseHcoPatch(target.object.metadata.annotations?.[HCO_JSONPATCH_ANNOTATION]);
  switch (parsed.kind) {
    case 'absent':
      return '';
    case 'malformed':
      return parsed.text;
    case 'parsed':
      return readable(parsed.operations);
  }
};
