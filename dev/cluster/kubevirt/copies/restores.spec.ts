import { beforeEach, describe, expect, it } from 'vitest';
import { SIDECAR_ANNOTATION } from '../sidecar/hookSidecarList';
import { hookedVm, soon } from '../testing/hookedVm';
import { restoreTo, snapshotOf } from '../testing/copyObjects';
import { configMap, sidecar, virtualMachine } from '../testing/testCluster';
import { at, record } from '../untyped';
import { CONTENTS, LAST_RESTORE, RESTORES, SNAPSHOTS, type Restore, type Snapshot } from './copies';

const HOOKED = sidecar('hook');
const { cluster, startCluster } = hookedVm();

const get = (plural: string, name: string): unknown => cluster().host.store.get(plural, 'lab', name);
const snapshot = (): Snapshot | undefined => get(SNAPSHOTS, 'before') as Snapshot | undefined;
const restore = (): Restore | undefined => get(RESTORES, 'back') as Restore | undefined;

const hookOf = (name: string): string | undefined =>
  cluster().vm(name)?.spec.template?.metadata?.annotations?.[SIDECAR_ANNOTATION];

const detach = (name: string): void => {
  cluster().host.store.modify('virtualmachines', 'lab', name, (draft) => {
    record(at(draft, 'spec', 'template', 'metadata')).annotations = {};
  });
};

const stop = (name: string): void => {
  cluster().host.store.modify('virtualmachines', 'lab', name, (draft) => {
    record(draft.spec).runStrategy = 'Halted';
  });
};

const running = (name: string): Promise<void> =>
  soon(() => {
    expect(cluster().vmi(name)?.status?.phase).toBe('Running');
  });

const takeSnapshot = async (vm: string): Promise<void> => {
  cluster().create(snapshotOf(vm));
  await soon(() => {
    expect(snapshot()?.status).toMatchObject({ phase: 'Succeeded', readyToUse: true });
  });
};

const complete = (): Promise<void> =>
  soon(() => {
    expect(restore()?.status?.complete).toBe(true);
  });

const halted = (annotation: string | undefined): void => {
  const vm = virtualMachine('vm', annotation, { runStrategy: 'Halted' });
  vm.metadata.labels = { team: 'blue' };
  vm.metadata.annotations = { owner: 'alice' };
  cluster().create(vm);
};

beforeEach(() => {
  startCluster().create(configMap('hook', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' }));
});

describe('a snapshot', () => {
  it('has the VM with its annotations, and says how it went', async () => {
    halted(HOOKED);
    await takeSnapshot('vm');
    const uid = snapshot()?.metadata.uid ?? '';
    expect(snapshot()?.status).toMatchObject({
      sourceUID: cluster().vm('vm')?.metadata.uid,
      virtualMachineSnapshotContentName: `vmsnapshot-content-${uid}`,
      snapshotVolumes: { excludedVolumes: ['root', 'init'] },
      conditions: [
        { type: 'Progressing', status: 'False', reason: 'Operation complete' },
        { type: 'Ready', status: 'True', reason: 'Ready' },
      ],
    });
    expect(get(CONTENTS, `vmsnapshot-content-${uid}`)).toMatchObject({
      spec: {
        virtualMachineSnapshotName: 'before',
        source: {
          virtualMachine: {
            metadata: { name: 'vm', annotations: { owner: 'alice' } },
            spec: { template: { metadata: { annotations: { [SIDECAR_ANNOTATION]: HOOKED } } } },
          },
        },
      },
      status: { readyToUse: true },
    });
    cluster().host.store.delete(SNAPSHOTS, 'lab', 'before');
    await soon(() => {
      expect([snapshot(), ...cluster().host.store.list(CONTENTS)]).toEqual([undefined]);
    });
  });

  it('of a running VM has it as it was started, not as it will start next', async () => {
    cluster().create(virtualMachine('vm', undefined));
    await running('vm');
    cluster().host.store.modify('virtualmachines', 'lab', 'vm', (draft) => {
      record(at(draft, 'spec', 'template', 'metadata')).annotations = { [SIDECAR_ANNOTATION]: HOOKED };
    });
    await takeSnapshot('vm');
    expect(JSON.stringify(cluster().host.store.list(CONTENTS))).not.toContain(SIDECAR_ANNOTATION);
    expect(snapshot()?.status?.indications).toEqual(['NoGuestAgent', 'Online']);
  });

  it('waits for its VM', async () => {
    cluster().create(snapshotOf('vm'));
    await soon(() => {
      expect(snapshot()?.status?.conditions).toMatchObject([{ reason: 'Source does not exist' }, {}]);
    });
    halted(undefined);
    await soon(() => {
      expect(snapshot()?.status?.readyToUse).toBe(true);
    });
  });
});

describe('a restore', () => {
  it('brings back the hook that the VM had, and keeps whether it runs', async () => {
    cluster().create(virtualMachine('vm', HOOKED));
    await running('vm');
    await takeSnapshot('vm');
    detach('vm');
    stop('vm');
    await soon(() => {
      expect(cluster().vmi('vm')).toBeUndefined();
    });
    const { uid } = cluster().vm('vm')?.metadata ?? {};
    cluster().create(restoreTo('vm'));
    await complete();
    expect(hookOf('vm')).toBe(HOOKED);
    expect(cluster().vm('vm')).toMatchObject({
      metadata: { uid, annotations: { [LAST_RESTORE]: `back-${restore()?.metadata.uid ?? ''}` } },
      spec: { runStrategy: 'Halted' },
    });
    expect(restore()).toMatchObject({
      metadata: { ownerReferences: [{ kind: 'VirtualMachine', name: 'vm', uid }] },
      status: {
        restoreTime: expect.any(String) as string,
        conditions: [
          { type: 'Progressing', status: 'False', reason: 'Operation complete' },
          { type: 'Ready', status: 'True', reason: 'Operation complete' },
        ],
      },
    });
  });

  it('makes a new VM that is stopped, with the labels and annotations of the old one', async () => {
    halted(HOOKED);
    await takeSnapshot('vm');
    cluster().host.store.delete('virtualmachines', 'lab', 'vm');
    cluster().create(
      restoreTo('other', { patches: ['{"op":"add","path":"/metadata/labels/team","value":"red"}'] }),
    );
    await complete();
    expect(hookOf('other')).toBe(HOOKED);
    expect(cluster().vm('other')).toMatchObject({
      metadata: {
        labels: { team: 'red' },
        annotations: { owner: 'alice', [LAST_RESTORE]: `back-${restore()?.metadata.uid ?? ''}` },
      },
      spec: { runStrategy: 'Halted' },
    });
  });

  it('waits until the VM is stopped', async () => {
    cluster().create(virtualMachine('vm', HOOKED));
    await running('vm');
    await takeSnapshot('vm');
    cluster().create(restoreTo('vm'));
    await soon(() => {
      expect(restore()?.status?.conditions).toMatchObject([
        { reason: expect.stringMatching(/^Waiting for target VM .* fail after 5m0s$/) as string },
        {},
      ]);
    });
    stop('vm');
    await complete();
  });

  it('stops the VM by the policy StopTarget', async () => {
    cluster().create(virtualMachine('vm', HOOKED));
    await running('vm');
    await takeSnapshot('vm');
    cluster().create(restoreTo('vm', { targetReadinessPolicy: 'StopTarget' }));
    await complete();
    expect(cluster().vm('vm')?.spec.runStrategy).toBe('Halted');
  });

  it('fails at once by the policy FailImmediate', async () => {
    cluster().create(virtualMachine('vm', HOOKED));
    await running('vm');
    await takeSnapshot('vm');
    cluster().create(restoreTo('vm', { targetReadinessPolicy: 'FailImmediate' }));
    await soon(() => {
      expect(restore()?.status?.conditions).toContainEqual(
        expect.objectContaining({
          type: 'Failure',
          reason: 'Restore target VMI must be powered off before restore operation',
        }),
      );
    });
  });

  it('does not overwrite another VM', async () => {
    halted(HOOKED);
    cluster().create(virtualMachine('other', undefined, { runStrategy: 'Halted' }));
    await takeSnapshot('vm');
    cluster().create(restoreTo('other'));
    await soon(() => {
      expect(restore()?.status?.conditions).toMatchObject([
        { reason: 'restore source and restore target are different but restore target already exists' },
        {},
      ]);
    });
    expect(hookOf('other')).toBeUndefined();
  });

  it('tries again when the new VM is refused', async () => {
    halted(HOOKED);
    await takeSnapshot('vm');
    const gates = (featureGates: string[]): void => {
      cluster().host.store.modify('kubevirts', 'kubevirt', 'kubevirt', (draft) => {
        draft.spec = { configuration: { developerConfiguration: { featureGates } } };
      });
    };
    gates([]);
    cluster().create(restoreTo('other'));
    await soon(() => {
      expect(cluster().events('VirtualMachineRestoreError')[0]?.message).toContain(
        'VirtualMachineRestore encountered error admission webhook "virtualmachine-validator.kubevirt.io" denied',
      );
    });
    gates(['Sidecar']);
    await complete();
  });
});
