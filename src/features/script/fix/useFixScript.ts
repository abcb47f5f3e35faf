import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { Finding } from '../../../sidecars/checks/check';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { lazyPart } from '../../../components/lazyPart/lazyPart';

// Loaded separately, because it brings a diff package.
const { Part: FixScriptModal } = lazyPart(
  'dialog',
  async () => (await import('./FixScriptModal')).FixScriptModal,
);

/** React hook: opens a dialog with the fix of a finding in a script of this ConfigMap, and writes it on confirmation. */
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
