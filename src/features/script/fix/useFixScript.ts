import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { Finding } from '../../../sidecars/checks/check';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { lazyPart } from '../../../components/lazyPart/lazyPart';

/** The comparison in it brings a package of its own, which nobody needs before this. */
const { Part: FixScriptModal } = lazyPart(
  'dialog',
  async () => (await import('./FixScriptModal')).FixScriptModal,
);

/** React hook: shows what the fix of a finding changes in a script of this ConfigMap, and writes it when agreed. */
export const useFixScript = (): ((finding: Finding, configMap: ConfigMap) => void) => {
  const launch = useOverlay();
  return useCallback(
    (finding: Finding, configMap: ConfigMap) => {
      if (finding.fix?.kind === 'script') {
        const { key, text } = finding.fix;
        launch(FixScriptModal, { finding, configMap, scriptKey: key, text });
      }
    },
    [launch],
  );
};
