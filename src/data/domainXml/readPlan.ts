import type { Failed, Loadable } from '../../loadable';
import type { Access } from '../../k8s/useAccess';
import type { LauncherPod } from '../../sidecars/objects/launcherPod';
import type { Pod, VirtualMachineInstance } from '../../sidecars/objects/resources';
import { isUnsynchronized } from '../../sidecars/objects/vm';
import { podTrouble } from '../../sidecars/objects/podTrouble';
import type { XmlProblem } from './xmlProblem';

/** How to get the XML. */
export type ReadPlan =
  | { kind: 'wait' }
  | { kind: 'failed'; error: unknown; retry?: () => void }
  | { kind: 'stop'; problem: XmlProblem }
  /** `phase` is the instance's. XML that cannot be read before the domain runs is read again in the next phase. */
  | { kind: 'read'; pod: string; podUid: string; phase: string };

export interface PlanInput {
  vmStatus: string;
  vmi: Loadable<VirtualMachineInstance | undefined>;
  launcher: Loadable<LauncherPod>;
  newestPod: Pod | undefined;
  mayExec: Access;
}

const notRunning = (vmi: VirtualMachineInstance, pod: Pod | undefined): XmlProblem => {
  if (pod !== undefined) {
    const { name, deletionTimestamp } = pod.metadata;
    const phase = deletionTimestamp === undefined ? (pod.status?.phase ?? 'Pending') : 'Terminating';
    return { kind: 'podNotRunning', pod: name, phase, said: podTrouble(pod) };
  }
  // Without a pod, the instance's conditions say why KubeVirt did not create one.
  const said = vmi.status?.conditions?.find(isUnsynchronized)?.message ?? '';
  return {
    kind: 'podNotRunning',
    pod: undefined,
    phase: vmi.status?.phase ?? 'Pending',
    said,
  };
};

const readFrom = ({ metadata }: Pod, phase: string, mayExec: Access): ReadPlan => {
  switch (mayExec) {
    case 'asking':
      return { kind: 'wait' };
    case 'denied':
      return { kind: 'stop', problem: { kind: 'mayNotExec', pod: metadata.name } };
    case 'allowed':
      return { kind: 'read', pod: metadata.name, podUid: metadata.uid ?? metadata.name, phase };
  }
};

const failed = ({ error, retry }: Failed): ReadPlan => ({
  kind: 'failed',
  error,
  retry,
});

/** Decides from the watched objects whether the XML can be read, and from which pod. */
export const planRead = ({ vmStatus, vmi, launcher, newestPod, mayExec }: PlanInput): ReadPlan => {
  if (vmi.status === 'failed') {
    return failed(vmi);
  }
  if (launcher.status === 'failed') {
    return failed(launcher);
  }
  if (vmi.status === 'loading' || launcher.status === 'loading') {
    return { kind: 'wait' };
  }
  if (vmi.data === undefined) {
    return { kind: 'stop', problem: { kind: 'vmStopped', vmStatus } };
  }
  switch (launcher.data.kind) {
    case 'none':
      return { kind: 'stop', problem: notRunning(vmi.data, newestPod) };
    case 'migrating': {
      const { source, target } = launcher.data;
      const problem = {
        kind: 'vmMigrating' as const,
        source: source?.metadata.name,
        target: target?.metadata.name,
      };
      return { kind: 'stop', problem };
    }
    case 'found':
      return readFrom(launcher.data.pod, vmi.data.status?.phase ?? '', mayExec);
  }
};
