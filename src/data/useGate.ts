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
  /** The value is undefined if the cluster has no KubeVirt object. */
  kubevirt: Loadable<KubeVirt | undefined>;
  hco: Loadable<HyperConvergedFound>;
  /** Undefined until KubeVirt's object is read. Includes HCO's part if the user may read it. */
  status: GateStatus | undefined;
  reload: () => void;
}

/**
 * React hook: the state of the feature gate with its evidence. Every user may read KubeVirt's object, but not watch it, so
 * it is polled.
 *
 * @param withHco also read the HyperConverged object, which most users may not
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
