import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import { sidecarName } from '../../sidecars/annotation/sidecarName';
import { sidecarsIn } from '../../sidecars/annotation/annotation';
import type { BulkAction } from '../../sidecars/plans/bulk/bulkPlan';
import type { BulkWizardProps } from './BulkWizard';
import type { SidecarVm } from '../../sidecars/rows/vmRows';

// Loaded separately: the list needs it only for several VMs.
const { Part } = lazyPart('dialog', async () => (await import('./BulkWizard')).BulkWizard);

/** React hook: opens the wizard that does the same to many VMs. */
export const useBulkWizard = (): ((kind: BulkAction['kind'], rows: readonly SidecarVm[]) => void) => {
  const launch = useOverlay();
  return useCallback(
    (kind: BulkAction['kind'], rows: readonly SidecarVm[]) => {
      const props: Omit<BulkWizardProps, 'closeOverlay'> = {
        kind,
        targets: rows.map(({ vm: { metadata } }) => ({
          uid: metadata.uid ?? '',
          namespace: metadata.namespace ?? '',
          name: metadata.name,
        })),
        scripts: [...new Set(rows.flatMap(({ parsed }) => sidecarsIn(parsed).map(sidecarName)))].sort(),
      };
      launch(Part, props);
    },
    [launch],
  );
};
