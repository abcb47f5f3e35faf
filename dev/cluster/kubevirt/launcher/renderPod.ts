import type { Container, Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { withoutObservedVersion } from '../controllers/observedVersion';
import { hostName } from '../hostName';
import { ownerReference } from '../ownerReference';
import type { Release } from '../release';
import type { HookSidecar } from '../sidecar/hookSidecarList';
import { at, number } from '../untyped';
import { compute, guestVolume, overheadBytes } from './renderCompute';
import { sidecarContainer, sidecarVolumes } from './renderSidecar';

const EMPTY_DIRS = [
  'private',
  'public',
  'sockets',
  'virt-bin-share-dir',
  'libvirt-runtime',
  'ephemeral-disks',
];

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

/** Only nodes that have the machine that is asked for take the pod. */
const nodeSelector = ({ spec }: VirtualMachineInstance): Record<string, string> => {
  const architecture = at(spec, 'architecture');
  const machine = at(spec.domain, 'machine', 'type');
  return {
    ...(typeof architecture === 'string' ? { 'kubernetes.io/arch': architecture } : {}),
    'kubevirt.io/schedulable': 'true',
    ...(typeof machine === 'string' ? { [`machine-type.node.kubevirt.io/${machine}`]: 'true' } : {}),
  };
};

/**
 * The virt-launcher pod of an instance, still without a name. `timeout` is what virt-launcher waits, in seconds;
 * `localhostProfile` the seccomp profile that the KubeVirt resource names for VMs.
 */
export const renderPod = (
  vmi: VirtualMachineInstance,
  sidecars: readonly HookSidecar[],
  release: Release,
  timeout: number,
  localhostProfile?: string,
): PodTemplate => {
  const { name, namespace = 'default', uid = '' } = vmi.metadata;
  const grace = number(vmi.spec.terminationGracePeriodSeconds) ?? 30;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      annotations: {
        ...withoutObservedVersion(vmi),
        'descheduler.alpha.kubernetes.io/request-evict-only': '',
        'kubectl.kubernetes.io/default-container': 'compute',
        'kubevirt.io/domain': name,
        ...(release.hasImageVolumes
          ? { 'kubevirt.io/memory-overhead-bytes': String(overheadBytes(release)) }
          : {}),
        'kubevirt.io/migrationTransportUnix': 'true',
      },
      generateName: `virt-launcher-${name}-`,
      labels: {
        ...vmi.metadata.labels,
        'kubevirt.io': 'virt-launcher',
        'kubevirt.io/created-by': uid,
        // The label's name promises the VM's name, but it is only the host name.
        'vm.kubevirt.io/name': hostName(vmi),
        'vmi.kubevirt.io/id': name,
      },
      namespace,
      ownerReferences: [ownerReference(vmi)],
    },
    spec: {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  { key: 'node-labeller.kubevirt.io/obsolete-host-model', operator: 'DoesNotExist' },
                ],
              },
            ],
          },
        },
      },
      automountServiceAccountToken: false,
      containers: [
        compute(vmi, sidecars, release, timeout),
        ...sidecars.map((sidecar, index) => sidecarContainer(sidecar, index, release)),
      ],
      enableServiceLinks: false,
      hostname: hostName(vmi),
      initContainers: [guestConsoleLog(vmi, release.version)],
      nodeSelector: nodeSelector(vmi),
      readinessGates: [{ conditionType: 'kubevirt.io/virtual-machine-unpaused' }],
      restartPolicy: 'Never',
      securityContext: {
        fsGroup: 107,
        runAsGroup: 107,
        runAsNonRoot: true,
        runAsUser: 107,
        ...(localhostProfile === undefined
          ? {}
          : { seccompProfile: { localhostProfile, type: 'Localhost' } }),
      },
      terminationGracePeriodSeconds: grace + 30,
      volumes: [
        ...(vmi.spec.volumes ?? []).flatMap(guestVolume),
        ...EMPTY_DIRS.map((volume) => ({ emptyDir: {}, name: volume })),
        ...(release.hasImageVolumes ? [] : [{ emptyDir: {}, name: 'container-disks' }]),
        ...(sidecars.length > 0 ? [{ emptyDir: {}, name: 'hook-sidecar-sockets' }] : []),
        { emptyDir: {}, name: 'hotplug-disks' },
        ...sidecarVolumes(sidecars),
      ],
    },
  };
};
