import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';
import { firmwareUuid } from '../domain/convertInstance';
import { testCluster, virtualMachine, type TestCluster } from '../testing/testCluster';
import { at, record, string } from '../untyped';

const recordings = resolve(import.meta.dirname, '../../../../../shared/data/kubevirt-1.8.4');
const read = (file: string): unknown => parse(readFileSync(resolve(recordings, file), 'utf8'));

let cluster: TestCluster;
afterEach(() => cluster.host.close());

const admitted = (object: StoredObject, oldObject?: StoredObject): unknown => {
  const type = cluster.host.store.findType('kubevirt.io', 'v1', 'virtualmachines');
  if (type === undefined) {
    throw new Error('VMs are not served');
  }
  const { namespace, name } = object.metadata;
  const operation = oldObject === undefined ? 'CREATE' : 'UPDATE';
  return cluster.host.admit({
    operation,
    type,
    namespace,
    name,
    object,
    oldObject,
    user: { name: 'admin', groups: [] },
    dryRun: false,
  });
};

const uuid = expect.stringMatching(
  /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
) as string;

describe('the defaults of a VM', () => {
  it('are filled in when it is created, each VM with its own firmware', () => {
    cluster = testCluster({}, { kubeVirtVersion: 'v1.8.4' });
    const vm = admitted(virtualMachine('vm', undefined));
    const template = at(vm, 'spec', 'template');
    expect(at(template, 'metadata', 'annotations')).toEqual({ 'kubevirt.io/pci-topology-version': 'v3' });
    expect(at(template, 'spec', 'architecture')).toBe('amd64');
    expect(at(template, 'spec', 'domain')).toMatchObject({
      machine: { type: 'q35' },
      firmware: { serial: uuid, uuid },
      resources: {},
    });
    const other = admitted(virtualMachine('other', undefined));
    const firmware = at(template, 'spec', 'domain', 'firmware');
    expect(at(other, 'spec', 'template', 'spec', 'domain', 'firmware')).not.toEqual(firmware);
  });

  it('leave the firmware and the topology of an older VM alone when it is changed', () => {
    cluster = testCluster({}, { kubeVirtVersion: 'v1.8.4' });
    const vm = virtualMachine('vm', undefined);
    const changed = admitted(vm, vm);
    expect(at(changed, 'spec', 'template', 'metadata', 'annotations')).toEqual({});
    expect(at(changed, 'spec', 'template', 'spec', 'domain', 'firmware')).toBeUndefined();
  });

  it('mark no topology before 1.8', () => {
    cluster = testCluster({}, { kubeVirtVersion: 'v1.7.0' });
    const vm = admitted(virtualMachine('vm', undefined));
    expect(at(vm, 'spec', 'template', 'metadata', 'annotations')).toEqual({});
  });
});

describe.skipIf(!existsSync(recordings))('recordings of KubeVirt 1.8.4 (skipped: not in this tree)', () => {
  const applied = 'kubectl.kubernetes.io/last-applied-configuration';

  it.each(['nonsense', 'nover', 'two', 'pol', 'nocm'])('%s has the same template', (folder) => {
    cluster = testCluster({}, { kubeVirtVersion: 'v1.8.4' });
    const recorded = read(`${folder}/vm.yaml`);
    const given = JSON.parse(string(at(recorded, 'metadata', 'annotations', applied)) ?? '') as StoredObject;
    const template = at(recorded, 'spec', 'template');
    record(at(template, 'spec', 'domain')).firmware = { serial: uuid, uuid };
    expect(at(admitted(given), 'spec', 'template')).toEqual(template);
  });

  it('a VM with firmware but no UUID starts with the same UUID', () => {
    cluster = testCluster();
    const vmi = structuredClone(read('guide/vmi.yaml')) as VirtualMachineInstance;
    const firmware = record(at(vmi, 'spec', 'domain', 'firmware'));
    const { uuid: recorded } = firmware;
    delete firmware.uuid;
    expect(firmwareUuid(vmi)).toBe(recorded);
  });
});
