import { readVmTabAhead } from '../../features/vmTab/readVmTabAhead';
import { vmOfTabPath } from '../../features/vmTab/vmTabPath';
import { planRead } from '../../data/domainXml/readPlan';
import { readAhead } from '../../data/domainXml/xmlAhead';
import { isNobodyImpersonated } from '../../k8s/isNobodyImpersonated';
import { findLauncherPod, newestLauncherPod } from '../../sidecars/objects/launcherPod';

/**
 * Reads what the tab at this path begins with, and the domain XML: not where another user is impersonated, whose name the
 * WebSocket of virsh would need. Rejects with HttpError.
 */
export const readTabAhead = async (path: string): Promise<void> => {
  const vm = vmOfTabPath(path);
  if (vm === undefined) {
    return;
  }
  const { instances, pods, mayExec } = await readVmTabAhead(vm);
  // A page that shows the VM already reads the XML itself: it knows who is impersonated.
  if (instances === undefined || pods === undefined) {
    return;
  }
  const [instance] = instances;
  const plan = planRead({
    vmStatus: '',
    vmi: { status: 'loaded', data: instance },
    launcher: { status: 'loaded', data: findLauncherPod(instance, pods) },
    newestPod: newestLauncherPod(instance, pods),
    mayExec,
  });
  if (plan.kind === 'read' && (await isNobodyImpersonated())) {
    readAhead(vm, plan, []);
  }
};
