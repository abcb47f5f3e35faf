import { useMemo } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { vmDialogs, type VmDialogs } from './vmDialogs';

/** React hook: the dialogs, for parts that are loaded together with the code of the dialogs. */
export const useVmDialogs = (): VmDialogs => {
  const launch = useOverlay();
  return useMemo(() => vmDialogs(launch), [launch]);
};
