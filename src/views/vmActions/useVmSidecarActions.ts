import { useMemo } from 'react';
import type { Action, ExtensionHookResult } from '@openshift-console/dynamic-plugin-sdk';
import { useVmActionList, type VmAction } from '../../features/vmActions/useVmActionList';
import { useVmSidecars } from '../../data/useVmSidecars';
import type { VirtualMachine } from '../../sidecars/objects/resources';

const consoleAction = ({ id, label, does, reason }: VmAction): Action => ({
  id: `sidecar-hooks-${id}`,
  label,
  cta: does.kind === 'run' ? does.run : { href: does.path },
  ...(reason === undefined ? {} : { disabled: true, disabledTooltip: reason }),
});

/**
 * React hook that the console calls for a VM's menu. It is ready at once: what depends on the instance, such as
 * Restart, comes when that is known.
 */
const useVmSidecarActions = (vm: VirtualMachine): ExtensionHookResult<Action[]> => {
  const { parsed, state } = useVmSidecars(vm);
  const list = useVmActionList({ vm, parsed, state });
  const actions = useMemo(() => list.map(consoleAction), [list]);
  return [actions, true, undefined];
};

export default useVmSidecarActions;
