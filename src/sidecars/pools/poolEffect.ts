import type { VirtualMachine } from '../objects/resources';
import type { VirtualMachinePool } from '../objects/templateResources';

type PoolStrategy = 'unmanaged' | 'opportunistic' | 'proactive';

/** What a change of the hook scripts in a pool's template does to its VMs. */
export interface PoolEffect {
  strategy: PoolStrategy;
  /** Whether the pool does nothing until it is resumed; then it acts as said here. */
  isPaused: boolean;
  /** As the pool has it: a number, or a percentage of its replicas. */
  maxUnavailable: number | string;
  /** Whether the pool changes only those of its VMs that its selectors choose. */
  isSelective: boolean;
  /** Undefined if its VMs are not known. */
  members: number | undefined;
  /** Those that have an instance, which may still be starting. */
  running: number | undefined;
  /** The running VMs that restart without further action. Undefined if it is not known how many. */
  restarting: number | undefined;
  /** How many of them restart at the same time, at most. Undefined as before. */
  atOnce: number | undefined;
  /** Whether VMs that are stopped or not ready use up `maxUnavailable`, so that those that are ready do not restart yet. */
  isWaiting: boolean;
  /** Whether the pool replaces VMs that do not start, as with a failing hook. */
  isAutohealing: boolean;
}

const DEFAULT_MAX_UNAVAILABLE = '100%';

/** The order of KubeVirt's pool controller, which treats everything else as proactive. */
const strategyOf = ({ updateStrategy = {} }: VirtualMachinePool['spec']): PoolStrategy =>
  updateStrategy.unmanaged !== undefined
    ? 'unmanaged'
    : updateStrategy.opportunistic !== undefined
      ? 'opportunistic'
      : 'proactive';

/** How many VMs may be unavailable. KubeVirt rounds percentages down, but not below 1. */
export const unavailableLimit = ({
  maxUnavailable = DEFAULT_MAX_UNAVAILABLE,
  replicas = 1,
}: VirtualMachinePool['spec']): number => {
  const number =
    typeof maxUnavailable === 'number'
      ? maxUnavailable
      : Math.floor((replicas * Number.parseInt(maxUnavailable, 10)) / 100);
  return Math.max(1, number);
};

/** @param vms those of the pool; undefined if they are not known */
export const poolEffect = (
  pool: VirtualMachinePool,
  vms: readonly VirtualMachine[] | undefined,
): PoolEffect => {
  const { spec } = pool;
  const strategy = strategyOf(spec);
  const isPaused = spec.paused === true;
  const running = vms?.filter(({ status }) => status?.created === true);
  const restarts = strategy === 'proactive' && !isPaused;
  const restarting = restarts ? running?.length : 0;
  const limit = unavailableLimit(spec);
  const unready = vms?.filter(({ status }) => status?.ready !== true) ?? [];
  // The limit does not hold for instances that are not ready: these restart first, and all at once.
  const unreadyInstances = unready.filter(({ status }) => status?.created === true).length;
  const selectionPolicy = spec.updateStrategy?.proactive?.selectionPolicy as
    { selectors?: unknown } | undefined;
  return {
    strategy,
    isPaused,
    maxUnavailable: spec.maxUnavailable ?? DEFAULT_MAX_UNAVAILABLE,
    isSelective: strategy === 'proactive' && selectionPolicy?.selectors !== undefined,
    members: vms?.length,
    running: running?.length,
    restarting,
    atOnce: restarting === undefined ? undefined : Math.min(restarting, Math.max(limit, unreadyInstances)),
    isWaiting: restarts && unready.length >= limit && (running?.length ?? 0) > unreadyInstances,
    isAutohealing: spec.autohealing !== undefined,
  };
};
