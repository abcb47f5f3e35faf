import fc from 'fast-check';
import type { VirtualMachine } from '../objects/resources';

/** For tests: virtual machines with anything in them that a copy may or may not have. */
const name = fc.constantFrom('root', 'data', 'a', 'b', 'c', 'seed', 'net1', 'net2');
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const source = fc.oneof(
  fc.record({ persistentVolumeClaim: fc.record({ claimName: name, hotpluggable: maybe(fc.boolean()) }) }),
  fc.record({ dataVolume: fc.record({ name, hotpluggable: maybe(fc.boolean()) }) }),
  fc.constantFrom<Record<string, unknown>>(
    { containerDisk: { image: 'forbidden/image' } },
    { hostDisk: { path: '/forbidden', type: 'Disk' } },
    { ephemeral: { persistentVolumeClaim: { claimName: 'forbidden' } } },
    { memoryDump: { claimName: 'forbidden' } },
    { cloudInitNoCloud: { userData: '#cloud-config' } },
    { cloudInitConfigDrive: { secretRef: { name: 's' } } },
    { configMap: { name: 'm' } },
    { secret: { secretName: 's' } },
    { sysprep: { secret: { name: 's' } } },
    { serviceAccount: { serviceAccountName: 'sa' } },
    { emptyDisk: { capacity: '1Gi' } },
    { futureSource: { claimName: 'forbidden' } },
  ),
);
const volume = fc.tuple(name, source).map(([own, fields]) => ({ name: own, ...fields }));
const target = fc.constantFrom<Record<string, unknown>>(
  { disk: { bus: 'virtio' } },
  { cdrom: { bus: 'sata' } },
  { lun: { bus: 'scsi', reservation: true } },
);
const disk = fc
  .tuple(name, target, maybe(fc.boolean()), maybe(fc.constantFrom('none', 'writeback')))
  .map(([own, fields, shareable, cache]) => ({ name: own, ...fields, shareable, cache }));
const uniqueNames = <T extends { name: string }>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(item, { selector: (one) => one.name, maxLength: 5 });

const nic = fc
  .tuple(
    name,
    fc.constantFrom('bridge', 'masquerade', 'sriov', 'macvtap'),
    maybe(fc.constant('02:00:00:00:00:01')),
  )
  .map(([own, binding, macAddress]) => ({ name: own, [binding]: {}, macAddress, state: 'up' }));

const devices = fc.record({
  disks: maybe(uniqueNames(disk)),
  interfaces: maybe(uniqueNames(nic)),
  filesystems: maybe(uniqueNames(fc.record({ name, virtiofs: fc.constant({}) }))),
  hostDevices: maybe(fc.constant([{ name: 'h', deviceName: 'forbidden/dev' }])),
  gpus: maybe(fc.constant([{ name: 'g', deviceName: 'forbidden/gpu' }])),
  tpm: maybe(fc.constantFrom({}, { persistent: true })),
  rng: maybe(fc.constant({})),
  futureDevice: maybe(fc.constant({ deviceName: 'forbidden' })),
});

const domain = fc.record({
  devices,
  cpu: maybe(
    fc.record({
      cores: maybe(fc.nat(8)),
      model: maybe(fc.constant('host-model')),
      dedicatedCpuPlacement: maybe(fc.boolean()),
      isolateEmulatorThread: maybe(fc.boolean()),
      numa: maybe(fc.constant({ guestMappingPassthrough: {} })),
      realtime: maybe(fc.constant({})),
    }),
  ),
  memory: maybe(
    fc.record({
      guest: maybe(fc.constantFrom('64Mi', '1Gi', '8Gi', '2048M')),
      maxGuest: maybe(fc.constant('16Gi')),
      hugepages: maybe(fc.constant({ pageSize: '1Gi' })),
    }),
  ),
  resources: maybe(
    fc.record({
      requests: maybe(fc.record({ cpu: maybe(fc.constant('3500m')), memory: maybe(fc.constant('6Gi')) })),
      limits: maybe(
        fc.record({
          cpu: maybe(fc.constant('4')),
          memory: maybe(fc.constant('8Gi')),
          'forbidden.io/device': maybe(fc.constant('1')),
        }),
      ),
    }),
  ),
  firmware: maybe(
    fc.record({
      uuid: maybe(fc.constant('11111111-2222-4333-8444-555555555555')),
      bootloader: maybe(fc.constantFrom({ bios: {} }, { efi: { persistent: true, secureBoot: true } })),
    }),
  ),
  features: maybe(fc.constant({ smm: { enabled: true } })),
});

const annotations = fc.dictionary(
  fc.constantFrom(
    'kubevirt.io/placePCIDevicesOnRootComplex',
    'kubevirt.io/rawioSupport',
    'hooks.kubevirt.io/hookSidecars',
    'network.kubevirt.io/addresses',
    'k8s.v1.cni.cncf.io/networks',
    'sidecar.istio.io/inject',
    'cni.projectcalico.org/ipAddrs',
    'openshift.io/scc',
    'ovn.example/ip-addresses',
    'x.kubevirt.io/mac-address',
  ),
  fc.constant('true'),
);

export const arbitraryVm: fc.Arbitrary<VirtualMachine> = fc
  .record({
    annotations,
    domain,
    volumes: maybe(uniqueNames(volume)),
    networks: maybe(
      uniqueNames(
        fc
          .tuple(name, fc.constantFrom({ pod: {} }, { multus: { networkName: 'n' } }, { resourceClaim: {} }))
          .map(([own, fields]) => ({ name: own, ...fields })),
      ),
    ),
    rest: fc.record({
      livenessProbe: maybe(fc.constant({ tcpSocket: { port: 1 } })),
      readinessProbe: maybe(fc.constant({ tcpSocket: { port: 1 } })),
      accessCredentials: maybe(fc.constant([{ sshPublicKey: {} }])),
      affinity: maybe(fc.constant({})),
      topologySpreadConstraints: maybe(fc.constant([])),
      priorityClassName: maybe(fc.constant('forbidden')),
      resourceClaims: maybe(fc.constant([{ name: 'forbidden' }])),
      hostname: maybe(fc.constant('forbidden')),
      subdomain: maybe(fc.constant('forbidden')),
      evictionStrategy: maybe(fc.constantFrom('LiveMigrate', 'External')),
      terminationGracePeriodSeconds: maybe(fc.nat(300)),
      nodeSelector: maybe(fc.constant({ zone: 'z' })),
      futureField: maybe(fc.constant('forbidden')),
    }),
  })
  .map(({ annotations: own, domain: machine, volumes, networks, rest }) => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: {
      name: 'web',
      namespace: 'shop',
      labels: { app: 'forbidden' },
      annotations: { team: 'forbidden' },
    },
    spec: {
      template: {
        metadata: { labels: { app: 'forbidden' }, annotations: own },
        // As the API server sends it, which leaves out fields without a value.
        spec: JSON.parse(JSON.stringify({ ...rest, domain: machine, volumes, networks })) as {
          domain: { devices: Record<string, unknown> };
        },
      },
    },
  }));
