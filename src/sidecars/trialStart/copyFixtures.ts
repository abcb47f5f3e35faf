import type { VirtualMachine } from '../objects/resources';
import { copyInstance, type CopyIdentity, type InstanceCopy } from './copyInstance';

export const COPY_IDENTITY: CopyIdentity = {
  name: 'sidecar-trial-web-x',
  namespace: 'shop',
  labels: { trial: 'true' },
  annotations: { expires: 'then' },
  firmwareUuid: 'hash-of-the-name',
  sidecars: '[{}]',
};

export const copiedFrom = (vm: VirtualMachine): Extract<InstanceCopy, { kind: 'copied' }> => {
  const copy = copyInstance(vm, COPY_IDENTITY);
  if (copy.kind !== 'copied') {
    throw new Error(copy.reason);
  }
  return copy;
};
