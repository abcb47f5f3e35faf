import { useCallback } from 'react';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { asVm } from '../sidecars/objects/holder';
import type { KubernetesObject, VirtualMachine } from '../sidecars/objects/resources';
import type { Loadable } from '../loadable';
import { holderModel } from '../k8s/models';
import { getObject } from '../k8s/read';
import { usePolled } from '../k8s/usePolled';

const INTERVAL_MS = 15_000;

/** React hook: the complete VM, instance or replica set, of which lists have only a projection. Reads it while it is used. */
export const useVm = ({
  kind,
  metadata: { namespace, name },
}: KubernetesObject): Loadable<VirtualMachine> => {
  const read = useCallback(
    async () =>
      asVm(await getObject<KubernetesObject & K8sResourceCommon>(holderModel({ kind }), namespace, name)),
    [kind, namespace, name],
  );
  return usePolled(read, INTERVAL_MS).value;
};
