import { isChangedMeanwhile, isNotFound } from '../../apiError';
import { forEachAtOnce, type Ask } from '../../k8s/forEachAtOnce';
import { VirtualMachineModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { commandVm, patchObject } from '../../k8s/write';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { planBulk, type BulkAction, type BulkContext } from '../../sidecars/plans/bulk/bulkPlan';
import type { BulkRow, BulkStatus, BulkTarget } from '../../sidecars/plans/bulk/bulkRow';
import { createCopy, findScript, knownConfigMaps, type BulkScript, type ScriptPlace } from './bulkScripts';

const AT_ONCE = 5;
/** Rows are shown at most this often while requests run. */
const SHOW_MS = 200;

export interface BulkState {
  rows: readonly BulkRow[];
  /** By namespace; empty unless a script is attached. */
  scripts: ReadonlyMap<string, ScriptPlace>;
  busy: 'reviewing' | 'running' | undefined;
}

export interface BulkRun {
  read: () => BulkState;
  subscribe: (listener: () => void) => () => void;
  /** Checks the VMs in these states, and asks the cluster with a dry run whether it would accept each change. */
  review: (kinds: readonly BulkStatus['kind'][]) => Promise<void>;
  /** Writes what is ready. VMs in the other states given are checked again first. */
  run: (again?: readonly BulkStatus['kind'][]) => Promise<void>;
  /** Starts no further request. Those under way are completed. */
  stop: () => void;
}

export interface BulkInput {
  targets: readonly BulkTarget[];
  action: BulkAction;
  /** Only for an attached script. */
  script: BulkScript | undefined;
  context: Omit<BulkContext, 'configMaps'>;
}

/** The state of an action on many VMs, with functions that bring it forward. None of them rejects. */
export const createBulkRun = ({ targets, action, script, context }: BulkInput): BulkRun => {
  const rows: BulkRow[] = targets.map((target) => ({ target, status: { kind: 'waiting' } }));
  const scripts = new Map<string, ScriptPlace>();
  const listeners = new Set<() => void>();
  let abort = new AbortController();
  let state: BulkState = { rows: [...rows], scripts: new Map(), busy: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (busy: BulkState['busy']): void => {
    clearTimeout(timer);
    timer = undefined;
    state = { rows: [...rows], scripts: new Map(scripts), busy };
    listeners.forEach((listener) => {
      listener();
    });
  };
  const set = (index: number, status: BulkStatus): void => {
    const row = rows[index];
    if (row !== undefined) {
      rows[index] = { ...row, status };
    }
    timer ??= setTimeout(() => {
      show(state.busy);
    }, SHOW_MS);
  };
  const indexesOf = (kinds: readonly BulkStatus['kind'][]): number[] =>
    rows.flatMap(({ status }, index) => (kinds.includes(status.kind) ? [index] : []));
  const each = async (
    indexes: readonly number[],
    work: (index: number, target: BulkTarget, ask: Ask) => Promise<void>,
  ): Promise<void> =>
    forEachAtOnce(indexes, { atOnce: AT_ONCE, signal: abort.signal }, async (index, ask) => {
      const target = rows[index]?.target;
      if (target !== undefined) {
        await work(index, target, ask);
      }
    });
  const namespacesOf = (indexes: readonly number[]): string[] => [
    ...new Set(indexes.flatMap((index) => rows[index]?.target.namespace ?? [])),
  ];

  const statusOf = async ({ namespace, name, uid }: BulkTarget, ask: Ask): Promise<BulkStatus> => {
    const place = scripts.get(namespace);
    if (place?.kind === 'refused') {
      return { kind: 'refused', error: place.error };
    }
    try {
      const vm = await ask(async () => getObject<VirtualMachine>(VirtualMachineModel, namespace, name));
      if (vm.metadata.uid !== uid) {
        return { kind: 'gone' };
      }
      const configMaps = script && knownConfigMaps(place, script.name);
      const plan = planBulk(vm, action, { ...context, configMaps });
      if (plan.kind !== 'change') {
        return plan;
      }
      if (plan.operations.length > 0) {
        await ask(async () => patchObject(VirtualMachineModel, vm, plan.operations, { isDryRun: true }));
      }
      return { kind: 'ready', plan };
    } catch (error) {
      return isNotFound(error) ? { kind: 'gone' } : { kind: 'refused', error };
    }
  };

  const review = async (indexes: readonly number[]): Promise<void> => {
    if (script !== undefined) {
      const unknown = namespacesOf(indexes).filter((namespace) => {
        const kind = scripts.get(namespace)?.kind;
        return kind !== 'there' && kind !== 'created';
      });
      await forEachAtOnce(unknown, { atOnce: AT_ONCE, signal: abort.signal }, async (namespace, ask) => {
        scripts.set(namespace, await findScript(script, namespace, ask));
      });
    }
    await each(indexes, async (index, target, ask) => {
      set(index, await statusOf(target, ask));
    });
  };

  const writeCopies = async (indexes: readonly number[]): Promise<void> => {
    const missing = namespacesOf(indexes).filter((namespace) => scripts.get(namespace)?.kind === 'copy');
    await forEachAtOnce(missing, { atOnce: AT_ONCE, signal: abort.signal }, async (namespace, ask) => {
      const place = scripts.get(namespace);
      if (script !== undefined && place?.kind === 'copy') {
        scripts.set(namespace, await createCopy(script, namespace, place.configMap, ask));
      }
    });
  };

  const write = async (target: BulkTarget, status: BulkStatus, ask: Ask): Promise<BulkStatus> => {
    const { namespace, name } = target;
    const place = scripts.get(namespace);
    if (status.kind !== 'ready' || place?.kind === 'copy') {
      return status;
    }
    if (place?.kind === 'refused') {
      return { kind: 'failed', error: place.error };
    }
    const { operations } = status.plan;
    const vm = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: target };
    try {
      await ask(async () => {
        await (action.kind === 'restart'
          ? commandVm('restart', namespace, name)
          : patchObject(VirtualMachineModel, vm, operations));
      });
      return { kind: 'done' };
    } catch (error) {
      return action.kind !== 'restart' && isChangedMeanwhile(error)
        ? { kind: 'conflict' }
        : { kind: 'failed', error };
    }
  };

  const during = async (busy: 'reviewing' | 'running', work: () => Promise<void>): Promise<void> => {
    abort = new AbortController();
    show(busy);
    await work();
    show(undefined);
  };

  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    review: async (kinds) => during('reviewing', async () => review(indexesOf(kinds))),
    run: async (again = []) =>
      during('running', async () => {
        const indexes = indexesOf(['ready', ...again]);
        await review(indexesOf(again));
        await writeCopies(indexes.filter((index) => rows[index]?.status.kind === 'ready'));
        await each(indexes, async (index, target, ask) => {
          const status = rows[index]?.status;
          if (status !== undefined) {
            set(index, await write(target, status, ask));
          }
        });
      }),
    stop: () => {
      abort.abort();
    },
  };
};
