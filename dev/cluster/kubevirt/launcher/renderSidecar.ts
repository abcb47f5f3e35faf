import type { Container, Pod } from '../../../../src/sidecars/objects/resources';
import type { Release } from '../release';
import type { HookSidecar } from '../sidecar/hookSidecarList';

export type PodVolume = NonNullable<Pod['spec']['volumes']>[number];

export const XDG = [
  { name: 'XDG_CACHE_HOME', value: '/var/run/kubevirt-private' },
  { name: 'XDG_CONFIG_HOME', value: '/var/run/kubevirt-private' },
  { name: 'XDG_RUNTIME_DIR', value: '/var/run' },
];

/** Empty if the release has no default image: the API server then refuses the container. */
const defaultShimImage = ({ version, hasSidecarImage }: Release): string =>
  hasSidecarImage ? `quay.io/kubevirt/sidecar-shim:${version}` : '';

const configMapSource = (sidecar: HookSidecar): sidecar is HookSidecar & { configMap: { name: string } } =>
  sidecar.configMap !== undefined && sidecar.configMap.name !== '';

/** The container of one annotation entry, as virt-controller renders it. */
export const sidecarContainer = (sidecar: HookSidecar, index: number, release: Release): Container => {
  const name = `hook-sidecar-${index}`;
  const mounts: NonNullable<Container['volumeMounts']> = [
    {
      mountPath: '/var/run/kubevirt-hooks',
      name: 'hook-sidecar-sockets',
      ...(release.separatesSockets ? { subPath: name } : {}),
    },
  ];
  if (configMapSource(sidecar)) {
    const { hookPath, key } = sidecar.configMap;
    mounts.push({
      mountPath: hookPath,
      name: sidecar.configMap.name,
      ...(key === '' ? {} : { subPath: key }),
    });
  }
  if (sidecar.pvc !== undefined && sidecar.pvc.name !== '') {
    mounts.push({ mountPath: sidecar.pvc.volumePath, name: sidecar.pvc.name });
  }
  return {
    ...(sidecar.args.length > 0 ? { args: sidecar.args } : {}),
    ...(sidecar.command.length > 0 ? { command: sidecar.command } : {}),
    env: release.separatesSockets ? [...XDG, { name: 'CONTAINER_NAME', value: name }] : XDG,
    image: sidecar.image === '' ? defaultShimImage(release) : sidecar.image,
    ...(sidecar.imagePullPolicy === '' ? {} : { imagePullPolicy: sidecar.imagePullPolicy }),
    name,
    resources: {},
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      runAsGroup: 107,
      runAsNonRoot: true,
      runAsUser: 107,
    },
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: mounts,
  };
};

/** The volumes of the sidecars, named after their ConfigMap or claim, so that duplicate names collide. */
export const sidecarVolumes = (sidecars: readonly HookSidecar[]): PodVolume[] =>
  sidecars.flatMap((sidecar) => [
    ...(configMapSource(sidecar)
      ? [{ configMap: { defaultMode: 0o755, name: sidecar.configMap.name }, name: sidecar.configMap.name }]
      : []),
    ...(sidecar.pvc !== undefined && sidecar.pvc.name !== ''
      ? [{ name: sidecar.pvc.name, persistentVolumeClaim: { claimName: sidecar.pvc.name } }]
      : []),
  ]);

/** What compute mounts of the sidecars' claims. */
export const sharedWithCompute = (sidecars: readonly HookSidecar[]): NonNullable<Container['volumeMounts']> =>
  sidecars.flatMap(({ pvc }) =>
    pvc !== undefined && pvc.sharedComputePath !== ''
      ? [{ mountPath: pvc.sharedComputePath, name: pvc.name }]
      : [],
  );
