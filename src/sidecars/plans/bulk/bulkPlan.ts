import { meaningOf, parseSidecars, sameSidecar, serializeSidecars } from '../../annotation/annotation';
import type { ShimVersion } from '../../annotation/constants';
import type { Sidecar } from '../../annotation/sidecar';
import { addSidecar } from '../../annotation/sidecarList';
import { sidecarName } from '../../annotation/sidecarName';
import { versionOf, withVersion } from '../../annotation/version';
import { preventsWrite, type CheckContext, type Finding } from '../../checks/check';
import { runChecks } from '../../checks/runChecks';
import { runsShim } from '../../checks/sidecarCheck';
import type { JsonPatchOperation } from '../../json/jsonPointer';
import { managerOf, type Manager } from '../../objects/managers';
import type { VirtualMachine } from '../../objects/resources';
import { isRunning, templateAnnotation } from '../../objects/vm';
import { buildSidecarsPatch } from '../sidecarsPatch';

/** What is done to each of many VMs. */
export type BulkAction =
  | { kind: 'attach'; sidecar: Sidecar }
  /** `script` as `sidecarName` gives it; undefined detaches all. */
  | { kind: 'detach'; script: string | undefined }
  | { kind: 'version'; version: ShimVersion }
  | { kind: 'restart' };

export type BulkObstacle =
  | { reason: 'malformed' | 'deleting' | 'gateOff' | 'notRunning' | 'nothingAttached' | 'otherSettings' }
  /** The operations, to commit them where the manager takes them from. */
  | { reason: 'managed'; manager: Manager; operations: JsonPatchOperation[] }
  | { reason: 'finding'; finding: Finding };

/** What the action means for one VM. */
export type BulkPlan =
  | {
      kind: 'change';
      /** None for a restart. */
      operations: JsonPatchOperation[];
      /** Who else manages the VM, and may revert the change. */
      manager: Manager | undefined;
    }
  | { kind: 'alreadySo' }
  | ({ kind: 'cannot' } & BulkObstacle);

/** What is known of the VM's surroundings. */
export interface BulkContext extends Pick<CheckContext, 'configMaps' | 'kubevirtVersion' | 'gate'> {
  /** Whether VMs are changed too whose manager is certain to revert the change. */
  withManaged: boolean;
}

const cannot = (obstacle: BulkObstacle): BulkPlan => ({ kind: 'cannot', ...obstacle });

const isSameScript = (one: Sidecar, other: Sidecar): boolean =>
  one.configMap !== undefined &&
  one.configMap.name === other.configMap?.name &&
  one.configMap.key === other.configMap.key &&
  one.configMap.hookPath === other.configMap.hookPath;

/** The list after the action, or why there is none. */
const nextList = (
  action: Exclude<BulkAction, { kind: 'restart' }>,
  before: readonly Sidecar[],
): readonly Sidecar[] | BulkPlan => {
  switch (action.kind) {
    case 'attach': {
      const { sidecar } = action;
      if (before.some((each) => sameSidecar(each, sidecar))) {
        return { kind: 'alreadySo' };
      }
      return before.some((each) => isSameScript(each, sidecar))
        ? cannot({ reason: 'otherSettings' })
        : addSidecar(before, sidecar);
    }
    case 'detach':
      return before.filter((each) => action.script !== undefined && sidecarName(each) !== action.script);
    case 'version':
      // The versions of other images are their own.
      return before.some(runsShim)
        ? before.map((each) =>
            runsShim(each) && versionOf(each) !== action.version ? withVersion(each, action.version) : each,
          )
        : cannot({ reason: 'nothingAttached' });
  }
};

const identity = ({ id, params }: Finding): string => JSON.stringify([id, params]);

/** What prevents the change, if the VM does not have it yet. */
const newError = (
  vm: VirtualMachine,
  next: readonly Sidecar[],
  context: Omit<CheckContext, 'vm' | 'parsed'>,
): Finding | undefined => {
  const known = new Set(
    runChecks({ ...context, vm, parsed: parseSidecars(templateAnnotation(vm)) }).map(identity),
  );
  const text = serializeSidecars(next);
  return runChecks({ ...context, vm, parsed: { kind: 'parsed', text, sidecars: [...next] } }).find(
    (finding) => preventsWrite(finding) && !known.has(identity(finding)),
  );
};

const planRestart = (vm: VirtualMachine, { gate }: BulkContext): BulkPlan => {
  if (!isRunning(vm)) {
    return cannot({ reason: 'notRunning' });
  }
  // KubeVirt would stop the VM, and then refuse to start it.
  return gate?.enabled === false && templateAnnotation(vm) !== undefined
    ? cannot({ reason: 'gateOff' })
    : { kind: 'change', operations: [], manager: undefined };
};

/** Works out what the action does to this VM. */
export const planBulk = (vm: VirtualMachine, action: BulkAction, context: BulkContext): BulkPlan => {
  if (vm.metadata.deletionTimestamp !== undefined) {
    return cannot({ reason: 'deleting' });
  }
  if (action.kind === 'restart') {
    return planRestart(vm, context);
  }
  const seen = templateAnnotation(vm);
  const parsed = parseSidecars(seen);
  if (parsed.kind === 'malformed') {
    return cannot({ reason: 'malformed' });
  }
  const before = parsed.kind === 'parsed' ? parsed.sidecars : [];
  const next = nextList(action, before);
  if ('kind' in next) {
    return next;
  }
  if (next.map(meaningOf).join() === before.map(meaningOf).join()) {
    return { kind: 'alreadySo' };
  }
  if (context.gate?.enabled === false && next.length > 0) {
    return cannot({ reason: 'gateOff' });
  }
  const { withManaged, ...known } = context;
  const finding = newError(vm, next, known);
  if (finding !== undefined) {
    return cannot({ reason: 'finding', finding });
  }
  const { operations } = buildSidecarsPatch({ vm, seen, next });
  const manager = managerOf(vm);
  return manager?.reverts === true && !withManaged
    ? cannot({ reason: 'managed', manager, operations })
    : { kind: 'change', operations, manager };
};
