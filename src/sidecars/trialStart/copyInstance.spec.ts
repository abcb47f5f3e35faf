import { describe, expect, it } from 'vitest';
import type { VirtualMachine } from '../objects/resources';
import { copyInstance } from './copyInstance';
import { COPY_IDENTITY, copiedFrom } from './copyFixtures';
import type { Fields } from './fields';

const vmWith = (spec: Fields, annotations: Record<string, string> = {}): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { template: { metadata: { annotations }, spec: { domain: { devices: {} }, ...spec } } },
});

describe('copyInstance', () => {
  it('keeps what the domain XML is made of', () => {
    const domain = {
      machine: { type: 'q35' },
      features: { smm: { enabled: true } },
      firmware: { bootloader: { efi: { secureBoot: true, persistent: true } }, serial: 's' },
      cpu: { cores: 2, model: 'host-passthrough' },
      memory: { guest: '2Gi' },
      devices: {
        disks: [
          { name: 'root', bootOrder: 1, serial: 'r', cache: 'none', disk: { bus: 'sata' } },
          { name: 'raw', lun: { bus: 'scsi', reservation: true } },
          { name: 'seed', cdrom: { bus: 'sata' } },
        ],
        interfaces: [
          { name: 'default', masquerade: {}, model: 'e1000', macAddress: '02:00:00:00:00:01' },
          { name: 'left', bridge: {}, state: 'absent' },
        ],
        tpm: { persistent: true },
      },
    };
    const { instance, notes } = copiedFrom(
      vmWith(
        {
          domain,
          nodeSelector: { zone: 'a' },
          volumes: [
            { name: 'root', dataVolume: { name: 'web-root' } },
            { name: 'raw', persistentVolumeClaim: { claimName: 'lun' } },
            { name: 'seed', cloudInitNoCloud: { userData: 'x' } },
          ],
          networks: [
            { name: 'default', pod: {} },
            { name: 'left', multus: { networkName: 'n' } },
          ],
        },
        { 'kubevirt.io/disablePCIHole64': 'true' },
      ),
    );
    expect(instance.spec).toEqual({
      startStrategy: 'Paused',
      terminationGracePeriodSeconds: 0,
      evictionStrategy: 'None',
      nodeSelector: { zone: 'a' },
      domain: {
        machine: { type: 'q35' },
        features: { smm: { enabled: true } },
        firmware: { bootloader: { efi: { secureBoot: true } }, serial: 's', uuid: 'hash-of-the-name' },
        cpu: { cores: 2, model: 'host-passthrough' },
        memory: { guest: '2Gi' },
        resources: { requests: { cpu: '100m', memory: '256Mi' } },
        devices: {
          disks: [
            { name: 'root', bootOrder: 1, serial: 'r', cache: 'none', disk: { bus: 'sata' } },
            { name: 'raw', disk: { bus: 'scsi' } },
            { name: 'seed', cdrom: { bus: 'sata' } },
          ],
          interfaces: [{ name: 'default', masquerade: {}, model: 'e1000' }],
          tpm: {},
        },
      },
      volumes: [
        { name: 'root', emptyDisk: { capacity: '16Mi' } },
        { name: 'raw', emptyDisk: { capacity: '16Mi' } },
        { name: 'seed', cloudInitNoCloud: { userData: 'x' } },
      ],
      networks: [{ name: 'default', pod: {} }],
    });
    expect(instance.metadata.annotations?.['kubevirt.io/disablePCIHole64']).toBe('true');
    expect(notes).toEqual([
      { code: 'emptyDisks', names: ['root', 'raw'] },
      { code: 'lunsAsDisks', names: ['raw'] },
      { code: 'secretsMounted', names: ['seed'] },
      { code: 'macAddresses', names: ['default'] },
      { code: 'persistentState', names: ['tpm', 'efi'] },
    ]);
  });

  it.each([{ sev: {} }, { tdx: {} }, {}])('refuses a VM with launch security %j', (launchSecurity) => {
    expect(copyInstance(vmWith({ domain: { devices: {}, launchSecurity } }), COPY_IDENTITY)).toEqual({
      kind: 'refused',
      reason: 'launchSecurity',
    });
  });

  it('refuses a VM without a template', () => {
    const vm = { ...vmWith({}), spec: {} };
    expect(copyInstance(vm, COPY_IDENTITY)).toEqual({ kind: 'refused', reason: 'noTemplate' });
  });

  it.each<[string, Fields, Fields, Fields]>([
    ['that of the guest', { memory: { guest: '1Gi' } }, { memory: { guest: '1Gi' } }, {}],
    [
      'that of the requests',
      { resources: { requests: { memory: '512M' } } },
      { memory: { guest: '512M' } },
      {},
    ],
    [
      'at most 4 GiB, which KubeVirt still takes for much',
      { memory: { guest: '64Gi' } },
      { memory: { guest: '4Gi' } },
      {},
    ],
    ['some, if it is not given', {}, { memory: { guest: '256Mi' } }, {}],
  ])('gives the guest memory: %s', (_what, domain, expected) => {
    expect(copiedFrom(vmWith({ domain: { devices: {}, ...domain } })).instance.spec.domain).toMatchObject(
      expected,
    );
  });

  it('keeps the number of CPUs that KubeVirt takes from the resources', () => {
    const resources = { requests: { cpu: '3500m' }, limits: { cpu: '8' } };
    expect(copiedFrom(vmWith({ domain: { devices: {}, resources } })).instance.spec.domain).toMatchObject({
      cpu: { sockets: 4 },
      resources: { limits: { cpu: '1' } },
    });
  });

  it('does not get the interface that KubeVirt adds to a VM without one, if the VM has other ones', () => {
    const interfaces = [{ name: 'fast', sriov: {} }];
    const networks = [{ name: 'fast', multus: { networkName: 'n' } }];
    const copy = copiedFrom(vmWith({ domain: { devices: { interfaces } }, networks }));
    expect(copy.instance.spec.domain.devices).toEqual({ autoattachPodInterface: false });
    expect(copy.notes).toEqual([{ code: 'sriov', names: ['fast'] }]);
  });
});
