/** The reasons by which the kubelet tells that a container waits for its turn; no pod starts without them. */
const NORMAL_WAITS: readonly string[] = ['ContainerCreating', 'PodInitializing'];

/** Whether a container waits for this reason in every normal start. */
export const isNormalWait = (reason: string): boolean => NORMAL_WAITS.includes(reason);
