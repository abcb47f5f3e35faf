import { useMemo } from 'react';
import type { Action, ExtensionHookResult } from '@openshift-console/dynamic-plugin-sdk';
import { useConsoleVmActions } from '../../features/vmActions/useConsoleVmActions';
import { useLazySidecarState } from '../../features/vmActions/useLazySidecarState';
import { useVmDialogs } from '../../features/vmActions/useVmDialogs';
import { useVmActionList, type VmAction } from '../../features/vmActions/useVmActionList';
import { parseSidecars } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { templateAnnotation } from '../../sidecars/objects/vm';

const consoleAction = ({ id, label, does, reason }: VmAction): Action => ({
  id: `sidecar-hooks-${id}`,
  label,
  cta: does.kind === 'run' ? does.run : { href: does.path },
  ...(reason === undefined ? {} : { disabled: true, disabledTooltip: reason }),
});

/**
 * React hook: the plugin's actions in the console's menu of a VM. The console loads it on every page of a VM, so its imports
 * must be small. It is ready at once; actions that depend on the instance, such as Restart, are added when that is read.
 */
const useVmSidecarActions = (vm: VirtualMachine): ExtensionHookResult<Action[]> => {
  const annotation = templateAnnotation(vm);
  const parsed = useMemo(() => parseSidecars(annotation), [annotation]);
  const state = useLazySidecarState(vm);
  const dialogs = useVmDialogs();
  const list = useVmActionList({ vm, parsed, state, dialogs });
  const consoleActions = useConsoleVmActions(vm);
  const actions = useMemo(() => [...list.map(consoleAction), ...consoleActions], [list, consoleActions]);
  return [actions, true, undefined];
};

export default useVmSidecarActions;
