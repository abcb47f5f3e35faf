import { describe, expect, it } from 'vitest';
import { soon } from '../testing/hookedVm';
import { HOOKED, poolCluster } from '../testing/poolCluster';
import { virtualMachinePool } from '../testing/poolObjects';
import { sidecar } from '../testing/testCluster';
import { record } from '../untyped';
import { POOL_FINALIZER, POOL_GROUP, POOLS, REVISION_LABEL, type Pool } from './pool';

const { cluster, restart, vms, vmis, names, revisions, messages, pool, change, ready } = poolCluster();

describe('a VirtualMachinePool', () => {
  it('has the VMs that it asks for, which belong to it and run its hooks', async () => {
    cluster().create(virtualMachinePool(HOOKED));
    await ready();
    expect(names()).toEqual(['farm-0', 'farm-1']);
    expect(vms()[0]).toMatchObject({
      metadata: {
        labels: { app: 'farm', [REVISION_LABEL]: 'farm-1' },
        finalizers: expect.arrayContaining([POOL_FINALIZER]) as unknown,
        ownerReferences: [
          {
            apiVersion: 'pool.kubevirt.io/v1beta1',
            kind: 'VirtualMachinePool',
            name: 'farm',
            uid: pool()?.metadata.uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: { template: { metadata: { labels: { [REVISION_LABEL]: 'farm-1' } } } },
    });
    expect(cluster().vmi('farm-1')?.metadata.labels).toMatchObject({
      app: 'farm',
      [REVISION_LABEL]: 'farm-1',
    });
    expect(cluster().log('farm-1', 'hook-sidecar-0')).toContain('hook ran');
    expect(pool()?.status).toEqual({ labelSelector: 'app=farm', replicas: 2, readyReplicas: 2 });
    expect(messages('SuccessfulCreate')).toContain('Created VM lab/farm-0');

    cluster().host.store.delete(POOLS, 'lab', 'farm');
    await soon(() => {
      expect([pool(), ...vms(), ...vmis()]).toEqual([undefined]);
      expect(revisions()).toEqual([]);
    });
  });

  it('grows and shrinks in the order of its policy, and fills the gap of a VM that somebody deletes', async () => {
    const scaleInStrategy = { proactive: { selectionPolicy: { sortPolicy: 'AscendingOrder' } } };
    cluster().create(virtualMachinePool(undefined, { replicas: 3, scaleInStrategy }));
    await ready(3);
    change(({ spec }) => {
      spec.replicas = 1;
    });
    await ready(1);
    expect(names()).toEqual(['farm-2']);
    const { uid } = vms()[0]?.metadata ?? {};
    expect(messages('SuccessfulDelete')).toContainEqual(
      expect.stringMatching(/^Deleted VM lab\/farm-0 with uid [\w-]+ from pool$/),
    );
    cluster().host.store.delete('virtualmachines', 'lab', 'farm-2');
    await soon(() => {
      expect(vms().map(({ metadata }) => metadata.uid)).not.toContain(uid);
    });
    await ready(1);
    expect(names()).toEqual(['farm-0']);
  });

  it('does nothing while it is paused', async () => {
    cluster().create(virtualMachinePool(HOOKED, { paused: true }));
    await soon(() => {
      expect(pool()?.status?.conditions).toEqual([
        expect.objectContaining({
          type: 'ReplicaPaused',
          status: 'True',
          reason: 'SuccessfulPaused',
          message: 'Pool controller is paused',
        }),
      ]);
    });
    expect(vms()).toEqual([]);
    change(({ spec }) => {
      spec.paused = false;
    });
    await ready();
    expect(pool()?.status).not.toHaveProperty('conditions');
    expect(messages('SuccessfulResume')).toEqual(['Pool is unpaused']);
  });

  it('says why its VMs are refused', async () => {
    cluster().host.store.modify('kubevirts', 'kubevirt', 'kubevirt', (draft) => {
      draft.spec = {};
    });
    cluster().create(virtualMachinePool(HOOKED));
    const refused =
      'admission webhook "virtualmachine-validator.kubevirt.io" denied the request: sidecar feature gate is not enabled in kubevirt-config, invalid entry spec.template.metadata.annotations.hooks.kubevirt.io/hookSidecars';
    await soon(() => {
      expect(pool()?.status?.conditions).toMatchObject([
        { type: 'ReplicaFailure', reason: 'FailedScaleOut', message: `error during scale out: ${refused}` },
      ]);
    });
    expect(messages('FailedCreate')).toEqual([`Error creating VM: ${refused}`]);
  });

  it('leaves its VMs when it is deleted without them, so that they can be deleted later', async () => {
    cluster().create(virtualMachinePool(undefined, { replicas: 1 }));
    await ready(1);
    cluster().host.store.delete(POOLS, 'lab', 'farm', { orphanDependents: true });
    await soon(() => {
      expect(pool()).toBeUndefined();
    });
    expect(cluster().vm('farm-0')?.metadata.ownerReferences).toEqual([]);
    cluster().host.store.delete('virtualmachines', 'lab', 'farm-0');
    await soon(() => {
      expect(vms()).toEqual([]);
    });
  });

  it('releases a VM that loses its labels', async () => {
    cluster().create(virtualMachinePool(undefined, { replicas: 1 }));
    await ready(1);
    cluster().host.store.modify('virtualmachines', 'lab', 'farm-0', (draft) => {
      draft.metadata.labels = {};
    });
    await soon(() => {
      expect(names()).toEqual(['farm-0', 'farm-1']);
      expect(record(cluster().vm('farm-0')?.metadata).finalizers).not.toContain(POOL_FINALIZER);
    });
    expect(cluster().vm('farm-0')?.metadata.ownerReferences).toEqual([]);
  });

  it('replaces a VM that failed to start too often, if it should heal itself', async () => {
    await restart({ crashBackoff: 1 });
    const crashing = sidecar('hook', { args: ['--version', 'v9'] });
    cluster().create(
      virtualMachinePool(crashing, { replicas: 1, autohealing: { startUpFailureThreshold: 2 } }),
    );
    await soon(() => {
      expect(vms()).toHaveLength(1);
    });
    const first = vms()[0]?.metadata.uid;
    await soon(() => {
      expect(vms().map(({ metadata }) => metadata.uid)).not.toContain(first);
      expect(names()).toEqual(['farm-0']);
    });
  });

  it('gives each VM its own names of volumes', async () => {
    const object = virtualMachinePool(undefined, {
      nameGeneration: { appendIndexToConfigMapRefs: true, appendIndexToSecretRefs: true },
    });
    const { spec } = (object as Pool).spec.virtualMachineTemplate;
    spec.runStrategy = 'Halted';
    spec.dataVolumeTemplates = [{ metadata: { name: 'disk' }, spec: {} }];
    const volumes = [
      { name: 'own', dataVolume: { name: 'disk' } },
      { name: 'shared', dataVolume: { name: 'other' } },
      { name: 'settings', configMap: { name: 'settings' } },
      { name: 'keys', secret: { secretName: 'keys' } },
      { name: 'init', cloudInitNoCloud: { secretRef: { name: 'init' } } },
    ];
    if (spec.template !== undefined) {
      spec.template.spec.volumes = volumes;
    }
    cluster().create(object);
    await soon(() => {
      expect(names()).toEqual(['farm-0', 'farm-1']);
    });
    expect(cluster().vm('farm-1')?.spec).toMatchObject({
      dataVolumeTemplates: [{ metadata: { name: 'disk-1' } }],
      template: {
        spec: {
          volumes: [
            { dataVolume: { name: 'disk-1' } },
            { dataVolume: { name: 'other' } },
            { configMap: { name: 'settings-1' } },
            { secret: { secretName: 'keys-1' } },
            { cloudInitNoCloud: { secretRef: { name: 'init-1' } } },
          ],
        },
      },
    });
  });

  it.each([
    ['v1.6.0', ['v1alpha1']],
    ['v1.7.0', ['v1beta1', 'v1alpha1']],
  ])('is served by KubeVirt %s as %j', async (kubeVirtVersion, versions) => {
    await restart({}, { kubeVirtVersion });
    const type = cluster().host.store.findType(POOL_GROUP, 'v1alpha1', POOLS);
    expect([type?.version, ...(type?.alsoServedAs ?? [])]).toEqual(versions);
  });
});
