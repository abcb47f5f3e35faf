import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { PodModel, VirtualMachineInstanceModel } from '../../k8s/models';
import { getObject, listObjects } from '../../k8s/read';
import { CREATED_BY_LABEL } from '../../sidecars/annotation/constants';
import { findLauncherPod } from '../../sidecars/objects/launcherPod';
import type { Pod, VirtualMachine, VirtualMachineInstance } from '../../sidecars/objects/resources';
import { readLiveXml } from '../domainXml/readDomainXml';

const LIMIT_MS = 30_000;

/** The domain XML of the running VM; undefined if it cannot be read now. Rejects with HttpError. */
export const readRunningXml = async (
  { metadata: { namespace = '', name } }: VirtualMachine,
  impersonation: readonly string[],
): Promise<string | undefined> => {
  const vmi = await getObject<VirtualMachineInstance & K8sResourceCommon>(
    VirtualMachineInstanceModel,
    namespace,
    name,
  );
  const pods = await listObjects<Pod & K8sResourceCommon>(
    PodModel,
    namespace,
    `${CREATED_BY_LABEL}=${vmi.metadata.uid ?? ''}`,
  );
  const launcher = findLauncherPod(vmi, pods);
  if (launcher.kind !== 'found') {
    return undefined;
  }
  const { name: pod, uid = '' } = launcher.pod.metadata;
  const answer = await readLiveXml(
    { namespace, vmName: name, pod, podUid: uid },
    {
      inactive: false,
      impersonation,
      signal: AbortSignal.timeout(LIMIT_MS),
      onActivity: () => undefined,
    },
  );
  return answer.kind === 'xml' ? answer.xml.text : undefined;
};
