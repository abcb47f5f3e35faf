import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';

const { Part: BringScriptModal } = lazyPart(
  'dialog',
  async () => (await import('./BringScriptModal')).BringScriptModal,
);

/** React hook: opens a dialog that adds a sidecar's ConfigMap to the objects of its template. */
export const useBringScript = (): ((vm: VirtualMachine, configMap: ConfigMap) => void) => {
  const launch = useOverlay();
  return useCallback(
    (vm: VirtualMachine, configMap: ConfigMap) => {
      launch(BringScriptModal, { vm, configMap });
    },
    [launch],
  );
};
