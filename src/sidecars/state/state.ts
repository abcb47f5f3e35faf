import type { VirtualMachineInstance } from '../objects/resources';
import {
  parseSidecars,
  checkedSidecars,
  type MalformedSidecars,
  type ParsedSidecars,
} from '../annotation/annotation';
import type { Sidecar } from '../annotation/sidecar';
import { inheritedHooks } from './inherited';
import { isDropped, matchRunning, type RunningMatch } from './matchRunning';
import { entryDrift, scriptDrift } from './stateDrift';
import { clusterFailures } from './stateFailures';
import { foreseenReasons } from './stateForesight';
import { skippedAmong, skipReasons } from './stateSkips';
import { instanceAnnotation, isStartingPhase, templateAnnotation } from '../objects/vm';

import { STATE_KINDS } from './stateModel';
import type {
  SidecarState,
  SingleSidecarState,
  StateInput,
  StateReason,
  StateReasonCode,
} from './stateModel';

export { isTrouble, STATE_KINDS, VERIFICATIONS } from './stateModel';
export type {
  ForeseenReasonCode,
  SidecarState,
  SidecarStateKind,
  SingleSidecarState,
  SkipReasonCode,
  StateInput,
  StateReason,
  StateReasonCode,
  Verification,
} from './stateModel';

type Sidecars = readonly Sidecar[];

const malformed = (code: StateReasonCode, { line, column, message }: MalformedSidecars): StateReason => ({
  code,
  params: { line, column },
  quote: message,
});

interface Running extends RunningMatch {
  parsed: ParsedSidecars;
  sidecars: Sidecars;
}

const singleState = (
  input: StateInput,
  running: Running | undefined,
  failures: readonly StateReason[],
  index: number,
  sidecar: Sidecar,
): SingleSidecarState => {
  const state = (kind: SingleSidecarState['kind'], ...reasons: StateReason[]): SingleSidecarState => ({
    index,
    sidecar,
    kind,
    reasons,
  });
  if (input.gate?.enabled === false) {
    return state('blocked', { code: 'gateOff', params: {} });
  }
  if (isNodeLost(input.vmi)) {
    return state('nodeLost');
  }
  // Of what is still to come, the state promises nothing that is known not to happen.
  const foreseen = foreseenReasons(input.findings ?? [], index);
  const atNextStart = (kind: SingleSidecarState['kind'], ...reasons: StateReason[]): SingleSidecarState =>
    state(foreseen.length > 0 ? 'failsAtNextStart' : kind, ...reasons, ...foreseen);
  const drift = running && entryDrift(running.matches, running.sidecars, index);
  if (drift !== undefined) {
    return atNextStart('restartNeeded', drift);
  }
  const number = running?.matches[index] ?? index;
  const own = failures.filter(({ params }) => params.index === undefined || params.index === number);
  if (own.length > 0) {
    return state('failing', ...own);
  }
  if (running !== undefined && isDropped(input.vm, sidecar)) {
    return state('failing', { code: 'rawIoDropsScripts', params: { index } });
  }
  if (input.vmi === undefined || running === undefined || !isDomainUp(input.vmi)) {
    const isStarting = running !== undefined && isStartingPhase(input.vmi?.status?.phase);
    return atNextStart(isStarting ? 'starting' : 'appliesAtNextStart');
  }
  const { vm, vmi, configMaps, gate } = input;
  const changed = scriptDrift(sidecar, number, { vmi, pod: input.launcherPod }, configMaps);
  const context = { vm, parsed: running.parsed, configMaps, kubevirtVersion: gate?.version };
  const skips = skipReasons(context, number).map(({ code, params }): StateReason => ({
    code,
    params: { ...params, index },
  }));
  // In a ConfigMap that was changed since, the key may have been there.
  if (skips.some(({ code }) => code !== 'keyMissing' || changed === undefined)) {
    return state('failing', ...skips);
  }
  return changed === undefined ? state('applied') : atNextStart('scriptChanged', changed);
};

/** What is skipped by the running VM, or at its next start, though no single sidecar is known to be. */
const stateOfAll = (
  { vmi, gate, findings = [] }: StateInput,
  running: Running | undefined,
  template: Sidecars,
): { kind: 'failing' | 'failsAtNextStart'; reason: StateReason } | undefined => {
  if (gate?.enabled === false) {
    return undefined;
  }
  const isUp = vmi !== undefined && running !== undefined && isDomainUp(vmi);
  const started = isUp ? template.filter((_sidecar, index) => running.matches[index] !== undefined) : [];
  const now = skippedAmong(started);
  if (now !== undefined) {
    return { kind: 'failing', reason: now };
  }
  const next = findings.some(({ id }) => id === 'severalPreCloudInitIso')
    ? skippedAmong(template)
    : undefined;
  return next && { kind: 'failsAtNextStart', reason: next };
};

/** Without the expanded VM it is not known whether the next start brings them again. */
const MAY_BE_INHERITED: StateReason = { code: 'mayBeInherited', params: {} };

/** States in which a restart does not bring what the template asks for. */
const RESTART_HELPS_NOT: readonly SidecarState['kind'][] = ['blocked', 'nodeLost', 'failsAtNextStart'];

/** Whether the instance was started with something else than a restart would use, also where a failure hides that. */
const isOutdated = (
  { vmi, launcherPod, configMaps }: StateInput,
  running: Running | undefined,
  template: Sidecars,
): boolean =>
  vmi !== undefined &&
  vmi.metadata.deletionTimestamp === undefined &&
  running !== undefined &&
  (running.parsed.kind === 'malformed' ||
    running.removed.length > 0 ||
    template.some(
      (sidecar, index) =>
        entryDrift(running.matches, running.sidecars, index) !== undefined ||
        scriptDrift(sidecar, running.matches[index] ?? index, { vmi, pod: launcherPod }, configMaps) !==
          undefined,
    ));

/**
 * The state of a VM's sidecars: what it asks for, against what its instance was started with. KubeVirt itself does
 * not tell, and sets no RestartRequired for it.
 */
export const sidecarState = (input: StateInput): SidecarState => {
  const { vm, vmi, launcherPod, gate, expanded } = input;
  const inherited = inheritedHooks(vm, vmi, expanded);
  const parsed = parseSidecars(inherited?.text ?? templateAnnotation(vm));
  if (parsed.kind === 'malformed') {
    return {
      kind: 'unreadable',
      reasons: [malformed('malformedAnnotation', parsed)],
      ...(inherited === undefined ? {} : { origins: inherited.origins }),
      sidecars: [],
    };
  }
  const template = checkedSidecars(parsed);
  const live = vmi !== undefined && isLive(vmi) ? parseSidecars(instanceAnnotation(vmi)) : undefined;
  const running = live && {
    parsed: live,
    sidecars: checkedSidecars(live),
    ...matchRunning(vm, template, checkedSidecars(live)),
  };
  const isAttached = template.length > 0 || (running?.sidecars.length ?? 0) > 0 || live?.kind === 'malformed';
  if (!isAttached) {
    return { kind: 'notAttached', reasons: [], sidecars: [] };
  }
  const failures = [
    ...(live?.kind === 'malformed' ? [malformed('malformedInstanceAnnotation', live)] : []),
    ...(input.failures ?? []),
    ...clusterFailures(vm, vmi, launcherPod),
  ];
  const sidecars = template.map((sidecar, index) => singleState(input, running, failures, index, sidecar));
  const removed = running?.removed ?? [];
  const kinds = new Set<SidecarState['kind']>(sidecars.map(({ kind }) => kind));
  if (removed.length > 0) {
    kinds.add('restartNeeded');
  }
  if (failures.length > 0 && gate?.enabled !== false) {
    kinds.add('failing');
  }
  const ofAll = stateOfAll(input, running, template);
  if (ofAll !== undefined) {
    kinds.add(ofAll.kind);
  }
  const isUp = vmi !== undefined && (running?.sidecars.length ?? 0) > 0 && isDomainUp(vmi);
  const kind = STATE_KINDS.find((one) => kinds.has(one)) ?? 'applied';
  const { verification = kind === 'applied' ? 'notChecked' : undefined } = input;
  const isNextStartSound = ![kind, ...sidecars.map((single) => single.kind)].some((one) =>
    RESTART_HELPS_NOT.includes(one),
  );
  return {
    kind,
    ...(isNextStartSound && isOutdated(input, running, template) ? { needsRestart: true } : {}),
    ...(isUp && verification !== undefined ? { verification } : {}),
    reasons: distinct([
      ...(inherited === undefined || expanded !== undefined ? [] : [MAY_BE_INHERITED]),
      ...failures,
      ...(ofAll === undefined ? [] : [ofAll.reason]),
      ...sidecars.flatMap(({ reasons }) => reasons),
      ...removed,
    ]),
    ...(inherited === undefined ? {} : { origins: inherited.origins }),
    sidecars,
  };
};

/** The most urgent of several states, such as those of a replica set's instances. */
export const mostUrgent = (states: readonly SidecarState[]): SidecarState | undefined =>
  STATE_KINDS.flatMap((kind) => states.find((state) => state.kind === kind) ?? [])[0];

/** Removes duplicates: a reason may hold for several sidecars. */
const distinct = (reasons: readonly StateReason[]): StateReason[] => [
  ...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values(),
];

const isLive = ({ status }: VirtualMachineInstance): boolean =>
  status?.phase !== 'Succeeded' && status?.phase !== 'Failed';

/** KubeVirt gets no answer from where the instance runs: what is known of it may hold no more. */
const isNodeLost = (vmi: VirtualMachineInstance | undefined): boolean => vmi?.status?.phase === 'Unknown';

const isDomainUp = ({ status }: VirtualMachineInstance): boolean => status?.phase === 'Running';
