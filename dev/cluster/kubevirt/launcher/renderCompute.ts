import type { Container, VirtualMachineInstance, Volume } from '../../../../src/sidecars/objects/resources';
import { quantity } from '../../quantity';
import type { Release } from '../release';
import type { HookSidecar } from '../sidecar/hookSidecarList';
import { at, number } from '../untyped';
import { sharedWithCompute, XDG, type PodVolume } from './renderSidecar';

export const overheadBytes = ({ hasImageVolumes }: Release): number =>
  (hasImageVolumes ? 288 : 268) * 1024 ** 2;

/** The volume of the pod that a volume of the guest takes. */
export const guestVolume = (volume: Volume): PodVolume[] => {
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

const fromHost = (
  mountPath: string,
  name: string,
): Record<'mountPath' | 'mountPropagation' | 'name', string> => ({
  mountPath,
  mountPropagation: 'HostToContainer',
  name,
});

/** The container in which virt-launcher and the guest run. */
export const compute = (
  vmi: VirtualMachineInstance,
  sidecars: readonly HookSidecar[],
  release: Release,
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
  ];
  const program = '/usr/bin/virt-launcher-monitor';
  const args = [
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
    '--hypervisor',
    'kvm',
    '--run-as-nonroot',
    ...(release.hasImageVolumes ? ['--image-volume', '--upgrade-ordinal-ifaces'] : []),
  ];
  return {
    ...(release.hasImageVolumes ? { command: [program], args } : { command: [program, ...args] }),
    env: [
      ...XDG,
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } } as { name: string },
    ],
    image: `quay.io/kubevirt/virt-launcher:${release.version}`,
    imagePullPolicy: 'IfNotPresent',
    name: 'compute',
    resources: {
      limits: { 'devices.kubevirt.io/kvm': '1', 'devices.kubevirt.io/tun': '1' },
      requests: {
        cpu: '100m',
        'ephemeral-storage': '50M',
        memory: `${Math.ceil((guest + overheadBytes(release)) / 1024 ** 2)}Mi`,
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
      ...(release.hasImageVolumes ? [] : [fromHost('/var/run/kubevirt/container-disks', 'container-disks')]),
      ...(hooks ? [{ mountPath: '/var/run/kubevirt-hooks', name: 'hook-sidecar-sockets' }] : []),
      fromHost(`/var/run/kubevirt/hotplug-disks${release.hasImageVolumes ? '/' : ''}`, 'hotplug-disks'),
      ...sharedWithCompute(sidecars),
    ],
  };
};
