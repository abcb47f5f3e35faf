import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VirtualMachineInstance } from '../objects/resources';
import { arbitraryVm } from './arbitraryVm';
import { copiedFrom } from './copyFixtures';
import { fieldsOf, listOf, type Fields } from './fields';

const devicesOf = ({ spec }: VirtualMachineInstance): Fields => spec.domain.devices;
const namesOf = (value: unknown): unknown[] =>
  listOf(value)
    .map(({ name }) => name)
    .sort();

/** All keys anywhere in a value. */
const keysIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(keysIn)
    : Object.entries(fieldsOf(value)).flatMap(([key, inner]) => [key, ...keysIn(inner)]);

describe('copyInstance, for any VM,', () => {
  it('copies nothing that belongs to the VM alone', () => {
    fc.assert(
      fc.property(arbitraryVm, (vm) => {
        const { instance } = copiedFrom(vm);
        expect(JSON.stringify(instance)).not.toContain('forbidden"');
        expect(JSON.stringify(instance)).not.toContain('forbidden/');
        const keys = new Set(keysIn(instance));
        for (const key of [
          ...['macAddress', 'sriov', 'persistentVolumeClaim', 'dataVolume', 'containerDisk', 'hostDisk'],
          ...[
            'ephemeral',
            'memoryDump',
            'hostDevices',
            'gpus',
            'filesystems',
            'lun',
            'shareable',
            'reservation',
          ],
          ...[
            'dedicatedCpuPlacement',
            'isolateEmulatorThread',
            'numa',
            'realtime',
            'hugepages',
            'persistent',
          ],
          ...[
            'livenessProbe',
            'readinessProbe',
            'accessCredentials',
            'affinity',
            'ownerReferences',
            'maxGuest',
          ],
          ...['resourceClaim', 'resourceClaims', 'hostname', 'subdomain', 'forbidden.io/device'],
        ]) {
          expect(keys).not.toContain(key);
        }
        expect(instance.metadata.labels).toEqual({ trial: 'true' });
        expect(Object.keys(instance.metadata.annotations ?? {}).sort()).toEqual(
          [
            'expires',
            'hooks.kubevirt.io/hookSidecars',
            'kubevirt.io/keep-launcher-alive-after-failure',
            ...Object.keys(vm.spec.template?.metadata?.annotations ?? {}).filter((name) =>
              name.endsWith('OnRootComplex'),
            ),
          ].sort(),
        );
        expect(instance.spec).toMatchObject({
          startStrategy: 'Paused',
          evictionStrategy: 'None',
          terminationGracePeriodSeconds: 0,
        });
      }),
    );
  });

  it('has one disk for each volume, one source in it, and one network for each interface', () => {
    fc.assert(
      fc.property(arbitraryVm, (vm) => {
        const { instance } = copiedFrom(vm);
        const devices = devicesOf(instance);
        expect(namesOf(devices.disks)).toEqual(namesOf(instance.spec.volumes));
        expect(namesOf(devices.interfaces)).toEqual(namesOf(instance.spec.networks));
        for (const volume of instance.spec.volumes ?? []) {
          expect(Object.keys(volume)).toHaveLength(2);
        }
        expect(instance.spec.volumes).not.toEqual([]);
        expect(devices.interfaces).not.toEqual([]);
      }),
    );
  });

  it('tells of each known disk, device and interface that differs', () => {
    fc.assert(
      fc.property(arbitraryVm, (vm) => {
        const { instance, notes } = copiedFrom(vm);
        const named = new Set(notes.flatMap(({ names }) => names));
        const own = fieldsOf(vm.spec.template?.spec.domain.devices);
        const now = devicesOf(instance);
        for (const list of ['disks', 'interfaces', 'hostDevices', 'gpus', 'filesystems']) {
          const left = new Set(namesOf(now[list]));
          expect(namesOf(own[list]).filter((name) => !left.has(name) && !named.has(String(name)))).toEqual(
            [],
          );
        }
      }),
    );
  });

  it('asks for little, and never for more than its limits', () => {
    fc.assert(
      fc.property(arbitraryVm, (vm) => {
        const { domain } = copiedFrom(vm).instance.spec;
        const { requests, limits } = fieldsOf(domain.resources) as { requests: Fields; limits?: Fields };
        const { guest } = fieldsOf(domain.memory);
        expect(requests).toEqual({ cpu: '100m', memory: guest === '64Mi' ? '64Mi' : '256Mi' });
        expect(limits?.memory ?? guest).toBe(guest);
      }),
    );
  });
});
