import { PodModel, VirtualMachineInstanceModel } from '../k8s/models';
import { getObject, listObjects } from '../k8s/read';
import { findLauncherPod } from '../sidecars/objects/launcherPod';
import { launcherSelector } from '../sidecars/objects/launcherSelector';
import type { Pod, VirtualMachineInstance } from '../sidecars/objects/resources';

interface RunningVm {
  vmi: VirtualMachineInstance;
  /** Undefined while there is none, or during a live migration. */
  pod: Pod | undefined;
}

/** The instance of a VM and the pod in which its domain runs, read once. Rejects with HttpError. */
export const readLauncher = async (namespace: string, name: string): Promise<RunningVm> => {
  const vmi = await getObject<VirtualMachineInstance>(VirtualMachineInstanceModel, namespace, name);
  const pods = await listObjects<Pod>(PodModel, namespace, launcherSelector({ metadata: { name } }, vmi));
  const launcher = findLauncherPod(vmi, pods);
  return { vmi, pod: launcher.kind === 'found' ? launcher.pod : undefined };
};
