import { useCallback } from 'react';
import { usePolled } from '../k8s/usePolled';
import { loadedData } from '../loadable';
import type { VirtualMachine } from '../sidecars/objects/resources';
import { templateAnnotation } from '../sidecars/objects/vm';
import { hookOrigins } from '../sidecars/state/inherited';
import { readExpandedVm } from './readExpandedVm';

/**
 * React hook: the VM with the values of its preference and instance type, as KubeVirt starts it. Asks only if these can
 * give it hooks; undefined while, or because, it is not known.
 */
export const useExpandedVm = (vm: VirtualMachine): VirtualMachine | undefined => {
  const { namespace, name, generation } = vm.metadata;
  const isAsked =
    templateAnnotation(vm) === undefined && hookOrigins(vm).some(({ kind }) => kind !== 'rawIo');
  const read = useCallback(
    async () => readExpandedVm({ namespace, name }),
    // A changed VM is expanded again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [namespace, name, generation],
  );
  return loadedData(usePolled(isAsked ? read : undefined, undefined).value);
};
