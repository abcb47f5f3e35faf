import { useMemo } from 'react';
import { loadedData } from '../../k8s/loadable';
import type { VmSidecars } from '../../k8s/useVmSidecars';
import type { CheckContext, Finding } from '../../sidecars/checks/check';
import { runChecks } from '../../sidecars/checks/runChecks';
import type { VirtualMachine } from '../../sidecars/resources';

export interface VmChecks {
  /** What is known for checks, besides the annotation that they look at. */
  context: Omit<CheckContext, 'parsed'>;
  findings: Finding[];
}

/** What the checks say of a VM's sidecars. The gate is left out: the banner says it. */
export const useVmChecks = (
  vm: VirtualMachine,
  { parsed, configMaps, claims, gate: { status } }: VmSidecars,
): VmChecks => {
  const context = useMemo(
    () => ({
      vm,
      configMaps: loadedData(configMaps),
      pvcs: claims && loadedData(claims),
      kubevirtVersion: status?.version,
      gate: status,
    }),
    [vm, configMaps, claims, status],
  );
  const findings = useMemo(
    () => runChecks({ ...context, parsed }).filter(({ id }) => id !== 'gateOff'),
    [context, parsed],
  );
  return { context, findings };
};
