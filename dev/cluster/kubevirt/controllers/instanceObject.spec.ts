import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { asStored } from '../behaviour';
import { soon } from '../testing/hookedVm';
import { configMap, testCluster, type TestCluster } from '../testing/testCluster';
import { record } from '../untyped';

const recordings = resolve(import.meta.dirname, '../../../../../shared/data/kubevirt-1.8.4');
const read = (file: string): unknown => parse(readFileSync(resolve(recordings, file), 'utf8'));

let cluster: TestCluster;
afterEach(() => cluster.host.close());

/** An object without the parts that differ between starts: identities, times, addresses, counts, and kernel images. */
const comparable = ({ metadata, spec, status = {} }: VirtualMachine | VirtualMachineInstance): unknown => {
  const text = JSON.stringify({
    annotations: {
      ...metadata.annotations,
      'kubectl.kubernetes.io/last-applied-configuration': undefined,
    },
    finalizers: record(metadata).finalizers,
    spec,
    status: {
      ...status,
      kernelBootStatus: undefined,
      machine: undefined,
      ...('desiredGeneration' in status
        ? { desiredGeneration: 'N', observedGeneration: 'N', printableStatus: status.printableStatus }
        : { labels: metadata.labels }),
    },
  });
  return JSON.parse(
    text
      .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"time"')
      .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'uuid')
      .replaceAll(/("ipAddress":|"ipAddresses":\[)"[\d.]+"/g, '$1"ip"')
      .replaceAll(/"mac":"[^"]*",/g, '')
      .replaceAll(/worker-0|rig-node/g, 'node')
      .replaceAll(/(vm-generation":"|revision-start-vm-uuid-)\d+/g, '$1N'),
  ) as unknown;
};

describe.skipIf(!existsSync(recordings))(
  'VMs and instances of KubeVirt 1.8.4 (skipped: not in this tree)',
  () => {
    it.each([
      ['guide', 'Running'],
      ['exit1', 'Running'],
      ['nokey', 'Running'],
      ['badver', 'Scheduling'],
      ['nocm', 'Pending'],
    ])('%s is the same', async (folder, phase) => {
      cluster = testCluster({ hookSocketTimeout: 60_000 }, { kubeVirtVersion: 'v1.8.4' });
      const { metadata, spec } = read(`${folder}/vm.yaml`) as VirtualMachine;
      const { name } = metadata;
      cluster.create(
        configMap('xmleditscript', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' }),
        configMap('s-ok', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' }),
        asStored({
          apiVersion: 'kubevirt.io/v1',
          kind: 'VirtualMachine',
          metadata: { name, namespace: 'lab' },
          spec,
        }),
      );
      const instance = read(`${folder}/vmi.yaml`) as VirtualMachineInstance;
      expect(instance.status?.phase).toBe(phase);
      const machine = comparable(read(`${folder}/vm.yaml`) as VirtualMachine);
      await soon(() => {
        const [vm, vmi] = [cluster.vm(name), cluster.vmi(name)];
        expect(vmi && comparable(vmi)).toEqual(comparable(instance));
        expect(vm && comparable(vm)).toEqual(machine);
      });
    });
  },
);
