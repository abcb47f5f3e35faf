import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import type { VirtualMachineInstance } from '../sidecars/objects/resources';

/** Waits until a VM of the cluster runs. Returns its instance. */
export const untilRunning = async (
  { host }: RunningCluster,
  namespace: string,
  name: string,
): Promise<VirtualMachineInstance> =>
  waitFor(() => {
    const instance = host.store.get('virtualmachineinstances', namespace, name);
    expect(instance?.status).toMatchObject({ phase: 'Running' });
    return instance as unknown as VirtualMachineInstance;
  });
