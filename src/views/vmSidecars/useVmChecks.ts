import { useMemo } from 'react';
import { loadedData } from '../../k8s/loadable';
import { PersistentVolumeClaimModel } from '../../k8s/models';
import type { VmSidecars } from '../../k8s/useVmSidecars';
import { useWatchedList } from '../../k8s/useWatched';
import type { CheckContext, Finding } from '../../sidecars/checks/check';
import { runChecks } from '../../sidecars/checks/runChecks';
import type { KubernetesObject, VirtualMachine } from '../../sidecars/resources';

export interface VmChecks {
  /** What is known for checks, besides the annotation that they look at. */
  context: Omit<CheckContext, 'parsed'>;
  findings: Finding[];
}

/** What the checks say of a VM's sidecars. The gate is left out: the banner says it. */
export const useVmChecks = (
  vm: VirtualMachine,
  { parsed, configMaps, gate: { status } }: VmSidecars,
): VmChecks => {
  const claims = useWatchedList<KubernetesObject>({
    model: PersistentVolumeClaimModel,
    namespace: vm.metadata.namespace,
  });
  const pvcs = useMemo(() => {
    const list = loadedData(claims);
    return list && new Set(list.map(({ metadata }) => metadata.name));
  }, [claims]);
  const context = useMemo(
    () => ({ vm, configMaps: loadedData(configMaps), pvcs, kubevirtVersion: status?.version, gate: status }),
    [vm, configMaps, pvcs, status],
  );
  const findings = useMemo(
    () => runChecks({ ...context, parsed }).filter(({ id }) => id !== 'gateOff'),
    [context, parsed],
  );
  return { context, findings };
};
