import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../src/sidecars/objects/resources';
import { hookedVm, soon } from '../testing/hookedVm';
import { sidecar, virtualMachine } from '../testing/testCluster';
import { at, record } from '../untyped';

const { cluster, startCluster, status } = hookedVm();

const condition = (type: string): Condition | undefined =>
  cluster()
    .vm('vm')
    ?.status?.conditions?.find((found) => found.type === type);

const running = (): Promise<void> =>
  soon(() => {
    expect(status()).toBe('Running');
  });

const change = (edit: (template: Record<string, unknown>) => void): void => {
  cluster().host.store.modify('virtualmachines', 'lab', 'vm', (draft) => {
    edit(record(at(draft, 'spec', 'template')));
  });
};

const setMemory = (guest: string): void => {
  change((template) => {
    record(at(template, 'spec', 'domain', 'memory')).guest = guest;
  });
};

describe('RestartRequired', () => {
  it('is set when the template of a running VM changes, and removed when the VM starts again', async () => {
    startCluster().create(virtualMachine('vm', undefined));
    await running();
    expect(condition('RestartRequired')).toBeUndefined();
    setMemory('512Mi');
    await soon(() => {
      expect(condition('RestartRequired')).toMatchObject({
        status: 'True',
        message: 'a non-live-updatable field was changed in the template spec',
      });
    });
    cluster().host.store.delete('virtualmachineinstances', 'lab', 'vm');
    await soon(() => {
      expect(cluster().vmi('vm')?.spec.domain.memory).toEqual({ guest: '512Mi' });
    });
    await running();
    expect(condition('RestartRequired')).toBeUndefined();
  });

  it('goes when the change is taken back', async () => {
    startCluster().create(virtualMachine('vm', undefined));
    await running();
    setMemory('512Mi');
    await soon(() => {
      expect(condition('RestartRequired')).toBeDefined();
    });
    setMemory('256Mi');
    await soon(() => {
      expect(condition('RestartRequired')).toBeUndefined();
    });
  });

  it('is not set for annotations of the template, such as those of sidecars', async () => {
    startCluster().create(virtualMachine('vm', undefined));
    await running();
    change((template) => {
      record(template.metadata).annotations = { 'hooks.kubevirt.io/hookSidecars': sidecar('hook') };
    });
    await soon(() => {
      const { metadata, status: seen } = cluster().vm('vm') ?? {};
      expect(seen?.desiredGeneration).toBe(metadata?.generation);
      expect(metadata?.generation).toBeGreaterThan(1);
      // The instance was made from the previous template.
      expect(seen?.observedGeneration).toBe(1);
    });
    expect(condition('RestartRequired')).toBeUndefined();
  });
});
