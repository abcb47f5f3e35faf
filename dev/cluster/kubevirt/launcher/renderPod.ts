import type { Container, Pod, VirtualMachineInstance, Volume } from '../../../../src/sidecars/objects/resources';
import { quantity } from '../domain/quantity';
import { hostName } from '../hostName';
import type { Release } from '../release';
import type { HookSidecar } from '../sidecar/hookSidecarList';
import { at, number } from '../untyped';
import { sharedWithCompute, sidecarContainer, sidecarVolumes, xdg, type PodVolume } from './renderSidecar';

const emptyDirs = [
  'private',
  'public',
  'sockets',
  'virt-bin-share-dir',
  'libvirt-runtime',
  'ephemeral-disks',
];

const overheadBytes = 301_989_888;

const guestVolume = (volume: Volume): PodVolume[] => {
  const { name } = volume;
  if (volume.configMap !== undefined) {
    return [{ name, configMap: { name: volume.configMap.name } }];
  }
  if (volume.secret !== undefined) {
    return [{ name, secret: { secretName: volume.secret.secretName } }];
  }
  const claim = volume.persistentVolumeClaim?.claimName ?? volume.dataVolume?.name;
  return claim === undefined ? [] : [{ name, persistentVolumeClaim: { claimName: claim } }];
};

const guestMount = (volume: Volume): NonNullable<Container['volumeMounts']> => {
  const { name } = volume;
  if (volume.configMap !== undefined) {
    return [{ mountPath: `/var/run/kubevirt-private/config-map/${name}`, name, readOnly: true }];
  }
  if (volume.secret !== undefined) {
    return [{ mountPath: `/var/run/kubevirt-private/secret/${name}`, name, readOnly: true }];
  }
  return guestVolume(volume).length === 0
    ? []
    : [{ mountPath: `/var/run/kubevirt-private/vmi-disks/${name}`, name }];
};

const hotplugMount = {
  mountPath: '/var/run/kubevirt/hotplug-disks/',
  mountPropagation: 'HostToContainer',
  name: 'hotplug-disks',
};

const compute = (
  vmi: VirtualMachineInstance,
  sidecars: readonly HookSidecar[],
  version: string,
  timeout: number,
): Container => {
  const grace = number(vmi.spec.terminationGracePeriodSeconds) ?? 30;
  const guest = quantity(at(vmi.spec.domain, 'memory', 'guest')) ?? 8 * 1024 * 1024;
  const hooks = sidecars.length > 0;
  const mounts: [string, string][] = [
    ['/var/run/kubevirt-private', 'private'],
    ['/var/run/kubevirt', 'public'],
    ['/var/run/kubevirt-ephemeral-disks', 'ephemeral-disks'],
    ['/var/run/libvirt', 'libvirt-runtime'],
    ['/var/run/kubevirt/sockets', 'sockets'],
    ...(hooks ? [['/var/run/kubevirt-hooks', 'hook-sidecar-sockets'] as [string, string]] : []),
  ];
  return {
    args: [
      '--qemu-timeout',
      `${timeout}s`,
      '--name',
      vmi.metadata.name,
      '--uid',
      vmi.metadata.uid ?? '',
      '--namespace',
      vmi.metadata.namespace ?? 'default',
      '--kubevirt-share-dir',
      '/var/run/kubevirt',
      '--ephemeral-disk-dir',
      '/var/run/kubevirt-ephemeral-disks',
      '--container-disk-dir',
      '/var/run/kubevirt/container-disks',
      '--grace-period-seconds',
      String(grace + 15),
      '--hook-sidecars',
      String(sidecars.length),
      '--ovmf-path',
      '/usr/share/edk2/ovmf',
      '--disk-memory-limit',
      '2097152000',
      '--run-as-nonroot',
      '--hypervisor',
      'kvm',
      '--image-volume',
      '--upgrade-ordinal-ifaces',
    ],
    command: ['/usr/bin/virt-launcher-monitor'],
    env: [
      ...xdg,
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } } as { name: string },
    ],
    image: `quay.io/kubevirt/virt-launcher:${version}`,
    imagePullPolicy: 'IfNotPresent',
    name: 'compute',
    resources: {
      limits: { 'devices.kubevirt.io/kvm': '1', 'devices.kubevirt.io/tun': '1' },
      requests: {
        cpu: '100m',
        'ephemeral-storage': '50M',
        memory: `${Math.ceil((guest + overheadBytes) / 1024 ** 2)}Mi`,
      },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
      runAsGroup: 107,
      runAsNonRoot: true,
      runAsUser: 107,
    },
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: [
      ...mounts.map(([mountPath, name]) => ({ mountPath, name })),
      ...(vmi.spec.volumes ?? []).flatMap(guestMount),
      hotplugMount,
      ...sharedWithCompute(sidecars),
    ],
  };
};

const guestConsoleLog = (vmi: VirtualMachineInstance, version: string): Container => ({
  args: ['--logfile', `/var/run/kubevirt-private/${vmi.metadata.uid ?? ''}/virt-serial0-log`],
  command: ['/usr/bin/virt-tail'],
  env: [{ name: 'VIRT_LAUNCHER_LOG_VERBOSITY', value: '2' }],
  image: `quay.io/kubevirt/virt-launcher:${version}`,
  imagePullPolicy: 'IfNotPresent',
  name: 'guest-console-log',
  resources: { limits: { cpu: '15m', memory: '60M' }, requests: { cpu: '5m', memory: '35M' } },
  restartPolicy: 'Always',
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    runAsUser: 107,
  },
  volumeMounts: [{ mountPath: '/var/run/kubevirt-private', name: 'private', readOnly: true }],
});

export interface PodTemplate extends Omit<Pod, 'metadata'> {
  metadata: Omit<Pod['metadata'], 'name'>;
}

/** The virt-launcher pod of an instance, still without a name. `timeout` is what virt-launcher waits, in seconds. */
export const renderPod = (
  vmi: VirtualMachineInstance,
  sidecars: readonly HookSidecar[],
  release: Release,
  timeout: number,
): PodTemplate => {
  const { name, namespace = 'default', uid = '' } = vmi.metadata;
  const grace = number(vmi.spec.terminationGracePeriodSeconds) ?? 30;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      annotations: {
        ...vmi.metadata.annotations,
        'descheduler.alpha.kubernetes.io/request-evict-only': '',
        'kubectl.kubernetes.io/default-container': 'compute',
        'kubevirt.io/domain': name,
        'kubevirt.io/memory-overhead-bytes': String(overheadBytes),
        'kubevirt.io/migrationTransportUnix': 'true',
      },
      generateName: `virt-launcher-${name}-`,
      labels: {
        ...vmi.metadata.labels,
        'kubevirt.io': 'virt-launcher',
        'kubevirt.io/created-by': uid,
        // By its name it tells the VM, in truth only the host name.
        'vm.kubevirt.io/name': hostName(vmi),
        'vmi.kubevirt.io/id': name,
      },
      namespace,
      ownerReferences: [
        {
          apiVersion: 'kubevirt.io/v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'VirtualMachineInstance',
          name,
          uid,
        },
      ],
    },
    spec: {
      automountServiceAccountToken: false,
      containers: [
        compute(vmi, sidecars, release.version, timeout),
        ...sidecars.map((sidecar, index) => sidecarContainer(sidecar, index, release)),
      ],
      enableServiceLinks: false,
      hostname: hostName(vmi),
      initContainers: [guestConsoleLog(vmi, release.version)],
      nodeSelector: { 'kubevirt.io/schedulable': 'true' },
      readinessGates: [{ conditionType: 'kubevirt.io/virtual-machine-unpaused' }],
      restartPolicy: 'Never',
      securityContext: { fsGroup: 107, runAsGroup: 107, runAsNonRoot: true, runAsUser: 107 },
      terminationGracePeriodSeconds: grace + 30,
      volumes: [
        ...(vmi.spec.volumes ?? []).flatMap(guestVolume),
        ...emptyDirs.map((volume) => ({ emptyDir: {}, name: volume })),
        ...(sidecars.length > 0 ? [{ emptyDir: {}, name: 'hook-sidecar-sockets' }] : []),
        { emptyDir: {}, name: 'hotplug-disks' },
        ...sidecarVolumes(sidecars),
      ],
    },
  };
};
