import { useCallback, useMemo } from 'react';
import type { GateStatus } from '../sidecars/featureGate/gateStatus';
import { evaluateGate } from '../sidecars/featureGate/gateStatus';
import type { KubeVirt } from '../sidecars/objects/resources';
import type { HyperConvergedFound } from './hyperConverged';
import { readHyperConverged } from './hyperConverged';
import type { Loadable } from '../loadable';
import { loadedData } from '../loadable';
import { readKubeVirt } from './readKubeVirt';
import { usePolled } from '../k8s/usePolled';

const INTERVAL_MS = 15_000;

export interface Gate {
  /** Undefined inside where the cluster has no KubeVirt object. */
  kubevirt: Loadable<KubeVirt | undefined>;
  hco: Loadable<HyperConvergedFound>;
  /** Undefined until KubeVirt's object is read. HCO's part is filled in where the user may read it. */
  status: GateStatus | undefined;
  reload: () => void;
}

/**
 * The state of the feature gate with its evidence. KubeVirt's object is readable by everyone, but cannot be watched.
 *
 * @param withHco also read the HyperConverged object (an access check that fails for most users)
 */
export const useGate = (withHco = false, intervalMs = INTERVAL_MS): Gate => {
  const { value: kubevirt, reload: reloadKubeVirt } = usePolled(readKubeVirt, intervalMs);
  const { value: hco, reload: reloadHco } = usePolled(withHco ? readHyperConverged : undefined, intervalMs);

  const status = useMemo(() => {
    if (kubevirt.status !== 'loaded') {
      return undefined;
    }
    const found = loadedData(hco);
    return evaluateGate({ kubevirt: kubevirt.data, hco: found?.kind === 'found' ? found.hco : undefined });
  }, [kubevirt, hco]);

  const reload = useCallback(() => {
    reloadKubeVirt();
    reloadHco();
  }, [reloadKubeVirt, reloadHco]);
  return useMemo(() => ({ kubevirt, hco, status, reload }), [kubevirt, hco, status, reload]);
};
