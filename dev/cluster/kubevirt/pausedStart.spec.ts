import { afterEach, describe, expect, it } from 'vitest';
import type { VirtualMachineInstance } from '../../../src/sidecars/objects/resources';
import type { StoredObject } from '../contract';
import { apiCluster, type ApiAnswer, type ApiCluster } from './testing/apiCluster';
import { soon } from './testing/hookedVm';
import { configMap, sidecar } from './testing/testCluster';

let api: ApiCluster;
afterEach(() => api.cluster.close());

const INSTANCES = 'apis/kubevirt.io/v1/virtualmachineinstances';
const SUBRESOURCES = 'apis/subresources.kubevirt.io/v1/virtualmachineinstances';

const copy = (spec: Record<string, unknown> = {}, metadata: Record<string, unknown> = {}): StoredObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name: 'copy', ...metadata },
  spec: {
    startStrategy: 'Paused',
    terminationGracePeriodSeconds: 0,
    evictionStrategy: 'None',
    domain: {
      memory: { guest: '64Mi' },
      devices: {
        disks: [{ name: 'root', disk: { bus: 'virtio' } }],
        interfaces: [{ name: 'default', masquerade: {} }],
      },
    },
    networks: [{ name: 'default', pod: {} }],
    volumes: [{ name: 'root', emptyDisk: { capacity: '64Mi' } }],
    ...spec,
  },
});

const create = (object: StoredObject, query = ''): Promise<ApiAnswer> =>
  api.request('POST', `${INSTANCES}${query}`, object);

const instance = async (): Promise<VirtualMachineInstance> =>
  (await api.request('GET', `${INSTANCES}/copy`)).body as unknown as VirtualMachineInstance;

const condition = async (type: string): Promise<unknown> =>
  (await instance()).status?.conditions?.find((item) => item.type === type);

const paused = (): Promise<void> =>
  soon(async () => {
    expect(await condition('Paused')).toMatchObject({ status: 'True', reason: 'PausedByUser' });
  });

const launcher = (): string => api.cluster.host.store.list('pods', 'lab')[0]?.metadata.name ?? '';

const virsh = async (...args: string[]): Promise<string> =>
  (await api.exec(launcher(), 'compute', ['virsh', ...args])).stdout;

describe('an instance that starts paused', () => {
  it('is Running and Paused, not ready, with a boot menu and its empty disk', async () => {
    api = await apiCluster();
    expect((await create(copy())).code).toBe(201);
    await paused();
    expect((await instance()).status?.phase).toBe('Running');
    const ready = {
      status: 'False',
      reason: 'ReadinessGatesNotReady',
      message:
        'the status of pod readiness gate "kubevirt.io/virtual-machine-unpaused" is not "True", but False',
    };
    expect(await condition('Ready')).toMatchObject(ready);
    const pod = api.cluster.host.store.list('pods', 'lab')[0]?.status as VirtualMachineInstance['status'];
    expect(pod?.conditions?.find(({ type }) => type === 'Ready')).toMatchObject(ready);
    expect(pod?.conditions?.find(({ type }) => type === 'ContainersReady')?.status).toBe('True');
    expect(await virsh('domstate', '--reason', 'lab_copy')).toBe('paused (user)\n\n');
    expect(await virsh('list')).toContain('paused');
    const xml = await virsh('dumpxml', 'lab_copy');
    expect(xml).toContain("<bootmenu enable='yes' timeout='10000'/>");
    expect(xml).toContain("<source file='/var/run/libvirt/empty-disks/root.qcow2'");
  });

  it('runs when somebody unpauses it, and can be paused again', async () => {
    api = await apiCluster();
    await create(copy());
    await paused();
    const put = (subresource: string): Promise<ApiAnswer> =>
      api.request('PUT', `${SUBRESOURCES}/copy/${subresource}`);
    expect((await put('pause')).body.message).toBe(
      'Operation cannot be fulfilled on virtualmachineinstance.kubevirt.io "copy": VMI is already paused',
    );
    expect((await put('unpause')).code).toBe(202);
    expect(await condition('Paused')).toBeUndefined();
    expect(await condition('Ready')).toMatchObject({ status: 'True' });
    expect(await virsh('domstate', 'lab_copy')).toBe('running\n\n');
    expect((await put('unpause')).body.message).toContain('VMI is not paused');
    expect((await put('pause')).code).toBe(202);
    expect(await virsh('domstate', 'lab_copy')).toBe('paused\n\n');
  });

  it('goes with the ConfigMap that owns it, at once without a grace period', async () => {
    const owner = configMap('recorder', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' });
    api = await apiCluster([owner], { shutdown: 60_000 });
    const { uid = '' } = api.cluster.host.store.get('configmaps', 'lab', 'recorder')?.metadata ?? {};
    const ownerReferences = [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'recorder', uid }];
    const annotations = { 'hooks.kubevirt.io/hookSidecars': sidecar('recorder') };
    expect((await create(copy({}, { ownerReferences, annotations }))).code).toBe(201);
    await paused();
    expect((await api.request('DELETE', 'api/v1/configmaps/recorder')).code).toBe(200);
    await soon(async () => {
      expect((await api.request('GET', `${INSTANCES}/copy`)).code).toBe(404);
      expect(api.cluster.host.store.list('pods', 'lab')).toEqual([]);
    });
  });

  it('with a grace period stays that long after its deletion, because its guest does not react', async () => {
    api = await apiCluster();
    await create(copy({ terminationGracePeriodSeconds: 1 }));
    await paused();
    const before = performance.now();
    await api.request('DELETE', `${INSTANCES}/copy`);
    await soon(async () => {
      expect((await api.request('GET', `${INSTANCES}/copy`)).code).toBe(404);
    });
    // A running guest is gone after four milliseconds here.
    expect(performance.now() - before).toBeGreaterThanOrEqual(1000);
  });
});

describe('the admission of instances', () => {
  it('answers a dry run with the defaults, and stores nothing', async () => {
    api = await apiCluster();
    const { code, body } = await create(copy(), '?dryRun=All');
    expect([code, body.spec]).toEqual([201, expect.objectContaining({ architecture: 'amd64' })]);
    expect((await api.request('GET', `${INSTANCES}/copy`)).code).toBe(404);
  });

  it.each([
    [{ startStrategy: 'Later' }, {}, 'spec.startStrategy is set with an unrecognized option: Later'],
    [
      { livenessProbe: {} },
      {},
      'either spec.startStrategy or spec.livenessProbe should be provided.Pausing VMI with LivenessProbe is not supported',
    ],
    [{ volumes: [] }, {}, "spec.domain.devices.disks[0].Name 'root' not found."],
    [
      { volumes: [{ name: 'root', emptyDisk: {}, containerDisk: {} }] },
      {},
      'spec.volumes[0] must have exactly one source type set',
    ],
    [
      { domain: { memory: { guest: '64Mi' }, devices: { disks: [{ name: 'root', lun: {} }] } } },
      {},
      'spec.domain.devices.disks[0].lun can only be mapped to a DataVolume or PersistentVolumeClaim volume.',
    ],
    [
      {},
      { labels: { 'kubevirt.io/created-by': 'x' } },
      'creation of the following reserved kubevirt.io/ labels on a VMI object is prohibited',
    ],
  ])('refuses %j %j', async (spec, metadata, message) => {
    api = await apiCluster();
    expect(await create(copy(spec, metadata))).toMatchObject({
      code: 422,
      body: {
        message: `admission webhook "virtualmachineinstances-create-validator.kubevirt.io" denied the request: ${message}`,
      },
    });
  });
});

it('expands a VM that is not stored', async () => {
  api = await apiCluster([
    {
      apiVersion: 'instancetype.kubevirt.io/v1beta1',
      kind: 'VirtualMachineInstancetype',
      metadata: { name: 'small', namespace: 'lab' },
      spec: { cpu: { guest: 2 }, memory: { guest: '128Mi' } },
    },
  ]);
  const vm = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'vm' },
    spec: {
      instancetype: { name: 'small', kind: 'VirtualMachineInstancetype' },
      template: { spec: { domain: { devices: {} } } },
    },
  };
  const path = 'apis/subresources.kubevirt.io/v1/expand-vm-spec';
  const { code, body } = await api.request('PUT', path, vm, 'viewer');
  expect([code, body.spec]).toEqual([
    200,
    {
      template: {
        metadata: { annotations: {} },
        spec: {
          domain: {
            devices: {},
            cpu: { sockets: 2, cores: 1, threads: 1 },
            memory: { guest: '128Mi' },
          },
        },
      },
    },
  ]);
  expect((await api.request('PUT', path, { kind: 'Pod' })).code).toBe(400);
});
