import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';
import { soon } from '../testing/hookedVm';
import { configMap, sidecar, testCluster, virtualMachine, type TestCluster } from '../testing/testCluster';
import { at, record } from '../untyped';
import { REPLICA_SETS } from './replicaSet';

let cluster: TestCluster;
beforeEach(() => {
  cluster = testCluster();
  cluster.create(configMap('hook', { 'script.sh': '#!/bin/sh\necho "hook ran" >&2\nprintf %s "$4"\n' }));
});
afterEach(() => cluster.host.close());

const instances = (): VirtualMachineInstance[] =>
  cluster.host.store.list('virtualmachineinstances', 'lab') as unknown as VirtualMachineInstance[];

const hooked = { 'hooks.kubevirt.io/hookSidecars': sidecar('hook') };

const spec = (): Record<string, unknown> =>
  record(at(virtualMachine('any', undefined, { cloudInit: false }), 'spec', 'template', 'spec'));

const replicaSet = (replicas: number, labels: Record<string, string> = { app: 'farm' }): StoredObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstanceReplicaSet',
  metadata: { name: 'farm', namespace: 'lab' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'farm' } },
    template: { metadata: { labels, annotations: hooked }, spec: spec() },
  },
});

const status = (): unknown => cluster.host.store.get(REPLICA_SETS, 'lab', 'farm')?.status;

const scale = async (method: string, body?: unknown): Promise<unknown> => {
  const handler = cluster.host.findSubresource('kubevirt.io', REPLICA_SETS, 'scale');
  if (handler === undefined) {
    throw new Error('scale is not served');
  }
  const user = { name: 'admin', groups: [] };
  const answer = await handler({
    namespace: 'lab',
    name: 'farm',
    subresource: 'scale',
    method,
    body,
    query: new URLSearchParams(),
    user,
  });
  return answer.body;
};

describe('a VirtualMachineInstanceReplicaSet', () => {
  it('runs as many instances as it asks for, each with its hooks, and follows its scale', async () => {
    cluster.create(replicaSet(2));
    await soon(() => {
      expect(status()).toEqual({ labelSelector: 'app=farm', replicas: 2, readyReplicas: 2 });
    });
    const names = instances().map(({ metadata }) => metadata.name);
    expect(names).toEqual([expect.stringMatching(/^farm\w{5}$/), expect.stringMatching(/^farm\w{5}$/)]);
    const pods = cluster.host.store.list('pods', 'lab') as unknown as Pod[];
    for (const { metadata } of pods) {
      const log = cluster.host.logHandlers[0]?.('lab', metadata.name, 'hook-sidecar-0');
      expect(log?.lines().some(({ text }) => text.includes('hook ran'))).toBe(true);
    }

    expect(await scale('GET')).toMatchObject({
      kind: 'Scale',
      spec: { replicas: 2 },
      status: { replicas: 2, selector: 'app=farm' },
    });
    await scale('PATCH', { spec: { replicas: 1 } });
    await soon(() => {
      expect(status()).toMatchObject({ replicas: 1, readyReplicas: 1 });
      expect(instances()).toHaveLength(1);
    });
    await expect(async () => scale('PATCH', { spec: { replicas: -1 } })).rejects.toThrow(
      'Scale.autoscaling "farm" is invalid: spec.replicas: Invalid value: -1: should be a non-negative integer',
    );
  });

  it('replaces an instance that went away, and takes all down when it is deleted', async () => {
    cluster.create(replicaSet(1));
    await soon(() => {
      expect(status()).toMatchObject({ readyReplicas: 1 });
    });
    const first = instances()[0]?.metadata;
    cluster.host.store.delete('virtualmachineinstances', 'lab', first?.name ?? '');
    await soon(() => {
      expect(instances().map(({ metadata }) => metadata.uid)).not.toContain(first?.uid);
      expect(status()).toMatchObject({ replicas: 1, readyReplicas: 1 });
    });
    cluster.host.store.delete(REPLICA_SETS, 'lab', 'farm');
    await soon(() => {
      expect(instances()).toEqual([]);
    });
  });

  it('does nothing while it is paused', async () => {
    const paused = replicaSet(1);
    record(paused.spec).paused = true;
    cluster.create(paused);
    await soon(() => {
      expect(status()).toMatchObject({ conditions: [{ type: 'ReplicaPaused', status: 'True' }] });
    });
    expect(instances()).toEqual([]);
  });

  it('is refused when its selector does not take its own instances', () => {
    const type = cluster.host.store.findType('kubevirt.io', 'v1', REPLICA_SETS);
    const object = replicaSet(1, { app: 'other' });
    expect(() => {
      if (type !== undefined) {
        const user = { name: 'admin', groups: [] };
        const request = { namespace: 'lab', name: 'farm', oldObject: undefined, user, dryRun: false };
        cluster.host.admit({ ...request, operation: 'CREATE', type, object });
      }
    }).toThrow('denied the request: selector does not match labels');
  });
});

describe('an instance without a VM', () => {
  const alone = (name: string): StoredObject => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: { name, namespace: 'lab', annotations: hooked },
    spec: spec(),
  });

  it('runs with its hooks, and goes when it is deleted', async () => {
    cluster.create(alone('alone'));
    await soon(() => {
      expect(cluster.vmi('alone')?.status?.phase).toBe('Running');
    });
    expect(cluster.log('alone', 'hook-sidecar-0')).toContain('hook ran');
    cluster.host.store.delete('virtualmachineinstances', 'lab', 'alone');
    await soon(() => {
      expect(cluster.vmi('alone')).toBeUndefined();
    });
  });

  it('stays unchanged after its pod is gone', async () => {
    cluster.create(alone('alone'));
    await soon(() => {
      expect(cluster.vmi('alone')?.status?.phase).toBe('Running');
    });
    cluster.host.store.delete('pods', 'lab', cluster.pod('alone')?.metadata.name ?? '');
    await soon(() => {
      expect(cluster.vmi('alone')?.status?.phase).toBe('Failed');
    });
  });
});
