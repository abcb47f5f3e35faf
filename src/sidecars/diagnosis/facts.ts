import { parseSidecars, checkedSidecars } from '../annotation/annotation';
import { hookPointOf, type Sidecar } from '../annotation/sidecar';
import type { HookPoint } from '../annotation/hookPoint';
import { evaluateGate, type GateStatus } from '../featureGate/gateStatus';
import { inheritedHooks } from '../state/inherited';
import { matchEntries } from '../state/stateDrift';
import { newestLauncherPod } from '../objects/launcherPod';
import type { Pod } from '../objects/resources';
import { instanceAnnotation, templateAnnotation } from '../objects/vm';
import { definedDomains, type DefinedDomain } from './definedDomains';
import type { CureAction, DiagnosisInput } from './diagnosisModel';
import { readLog, type LogLine } from './logLines';
import { logMessage, objectMessages, type Message } from './messages';
import { newestEvents } from './newestEvents';

/** The input and what several families need of it. */
export interface Facts {
  input: DiagnosisInput;
  gate: GateStatus | undefined;
  /** Those of the instance, or without one of the template: each at the number of its container. */
  sidecars: readonly Sidecar[];
  /** For each of `sidecars` its index in the template; undefined where the template does not have it. */
  templateIndexes: readonly (number | undefined)[];
  pod: Pod | undefined;
  lines: readonly LogLine[];
  messages: readonly Message[];
  /** What was given to libvirt, the oldest first. */
  defined: readonly DefinedDomain[];
  /** True if the domain runs. Messages about its start are history then. */
  isUp: boolean;
}

/** What an object of unexpected shape would break is left out, so that it does not hide what others tell. */
export const safely = <Value>(read: () => Value, otherwise: Value): Value => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

export const gatherFacts = (whole: DiagnosisInput): Facts => {
  const input = { ...whole, events: safely(() => whole.events && newestEvents(whole.events), undefined) };
  const { vm, vmi, pods = [], logs = {}, kubevirt } = input;
  const lines = safely(() => Object.entries(logs).flatMap(([container, log]) => readLog(container, log)), []);
  const template = safely(() => vm && checkedSidecars(parseSidecars(templateAnnotation(vm))), undefined);
  const sidecars =
    vmi === undefined
      ? (template ?? [])
      : safely(() => checkedSidecars(parseSidecars(instanceAnnotation(vmi))), []);
  const numbers = matchEntries(template ?? sidecars, sidecars);
  return {
    input,
    gate: safely(() => (kubevirt === undefined ? undefined : evaluateGate({ kubevirt })), undefined),
    sidecars,
    templateIndexes: sidecars.map((_sidecar, number) => indexOf(numbers, number)),
    pod: safely(() => newestLauncherPod(vmi, pods) ?? (pods.length === 1 ? pods[0] : undefined), undefined),
    lines,
    messages: [...safely(() => objectMessages(input), []), ...lines.map(logMessage)],
    defined: safely(() => definedDomains(lines), []),
    isUp: safely(() => vmi?.status?.phase === 'Running', false),
  };
};

const indexOf = (list: readonly (number | undefined)[], number: number): number | undefined => {
  const index = list.indexOf(number);
  return index < 0 ? undefined : index;
};

/** The number of the only sidecar that can be meant; undefined where there are several. */
export const onlySidecar = ({ sidecars }: Facts, hookPoint?: HookPoint): number | undefined => {
  const candidates = [...sidecars.entries()].filter(
    ([, sidecar]) => hookPoint === undefined || hookPointOf(sidecar) === hookPoint,
  );
  return candidates.length === 1 ? candidates[0]?.[0] : undefined;
};

/**
 * The cure that opens a sidecar of the template. Where the template does not have it as it runs, only a restart ends
 * what it does.
 *
 * @param number of its container; undefined where any sidecar may be meant
 * @returns undefined for a container that no sidecar of the annotation has: KubeVirt numbers other plugins' with them
 */
export const editSidecarOf = (
  { sidecars, templateIndexes, input: { vm, vmi, expanded } }: Facts,
  number: number | undefined,
): CureAction | undefined => {
  const index = number === undefined ? undefined : templateIndexes[number];
  if (number === undefined || index !== undefined) {
    return { kind: 'editSidecars', index };
  }
  const isInherited = vm !== undefined && inheritedHooks(vm, vmi, expanded) !== undefined;
  return number < sidecars.length && !isInherited ? { kind: 'restart' } : undefined;
};

/** The cure that opens the script of a sidecar, or without its ConfigMap the sidecar. */
export const editScriptOf = (
  facts: Facts,
  number: number | undefined,
  line?: number,
): CureAction | undefined => {
  const source = number === undefined ? undefined : facts.sidecars[number]?.configMap;
  return source === undefined
    ? editSidecarOf(facts, number)
    : {
        kind: 'editScript',
        configMap: source.name,
        key: source.key,
        line,
      };
};
