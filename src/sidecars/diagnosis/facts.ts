import { parseSidecars } from '../annotation';
import { hookPointOf, type Sidecar } from '../sidecar';
import type { HookPoint } from '../hookPoint';
import { evaluateGate, type GateStatus } from '../featureGate/gateStatus';
import { newestLauncherPod } from '../launcherPod';
import type { Pod } from '../resources';
import { instanceAnnotation, templateAnnotation } from '../vm';
import { definedDomains, type DefinedDomain } from './definedDomains';
import type { CureAction, DiagnosisInput } from './diagnosisModel';
import { readLog, type LogLine } from './logLines';
import { logMessage, objectMessages, type Message } from './messages';

/** The input and what several families need of it. */
export interface Facts {
  input: DiagnosisInput;
  gate: GateStatus | undefined;
  /** Those of the instance, or without one of the template. */
  sidecars: readonly Sidecar[];
  pod: Pod | undefined;
  lines: readonly LogLine[];
  messages: readonly Message[];
  /** What was given to libvirt, the oldest first. */
  defined: readonly DefinedDomain[];
  /** The domain runs: what is told of its start is history. */
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

const sidecarsIn = (annotation: string | undefined): readonly Sidecar[] => {
  const parsed = parseSidecars(annotation);
  return parsed.kind === 'parsed' ? parsed.sidecars : [];
};

export const gatherFacts = (input: DiagnosisInput): Facts => {
  const { vm, vmi, pods = [], logs = {}, kubevirt, hco } = input;
  const lines = safely(() => Object.entries(logs).flatMap(([container, log]) => readLog(container, log)), []);
  return {
    input,
    gate: safely(() => (kubevirt === undefined ? undefined : evaluateGate({ kubevirt, hco })), undefined),
    sidecars: safely(
      () => sidecarsIn(vmi === undefined ? vm && templateAnnotation(vm) : instanceAnnotation(vmi)),
      [],
    ),
    pod: safely(() => newestLauncherPod(vmi, pods) ?? (pods.length === 1 ? pods[0] : undefined), undefined),
    lines,
    messages: [...safely(() => objectMessages(input), []), ...lines.map(logMessage)],
    defined: safely(() => definedDomains(lines), []),
    isUp: safely(() => vmi?.status?.phase === 'Running', false),
  };
};

/** The index of the only sidecar that can be meant; undefined where there are several. */
export const onlySidecar = ({ sidecars }: Facts, hookPoint?: HookPoint): number | undefined => {
  const candidates = [...sidecars.entries()].filter(
    ([, sidecar]) => hookPoint === undefined || hookPointOf(sidecar) === hookPoint,
  );
  return candidates.length === 1 ? candidates[0]?.[0] : undefined;
};

/** The cure that opens the script of a sidecar, or without its ConfigMap the sidecars. */
export const editScriptOf = ({ sidecars }: Facts, index: number | undefined, line?: number): CureAction => {
  const source = index === undefined ? undefined : sidecars[index]?.configMap;
  return source === undefined
    ? { kind: 'editSidecars', ...(index === undefined ? {} : { index }) }
    : {
        kind: 'editScript',
        configMap: source.name,
        key: source.key,
        ...(line === undefined ? {} : { line }),
      };
};

/** The number of a `hook-sidecar-N` container. */
export const sidecarNumber = (container: string): number | undefined => {
  const number = /^hook-sidecar-(\d+)$/.exec(container)?.[1];
  return number === undefined ? undefined : Number(number);
};
