import type { KubeVirt, Pod } from '../../sidecars/objects/resources';

/** The image in which KubeVirt runs hook scripts, and how it was found. */
export interface ShimImage {
  image: string;
  source:
    | { kind: 'configured' }
    /** Of a hook container that runs in this pod. */
    | { kind: 'pod'; pod: string }
    /** Nothing names it: it is what KubeVirt uses if nobody configures another. */
    | { kind: 'default' };
}

const configOf = (kubevirt: KubeVirt | undefined): Record<string, unknown> => {
  const json = kubevirt?.status?.observedDeploymentConfig;
  try {
    const config: unknown = typeof json === 'string' ? JSON.parse(json) : undefined;
    return typeof config === 'object' && config !== null ? { ...config } : {};
  } catch {
    return {};
  }
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The sidecar image that KubeVirt's operator was told to use. KubeVirt writes this key with a capital S. */
const configured = (config: Record<string, unknown>): string | undefined => text(config.SidecarShimImage);

/** A sidecar may have an image of its own: only KubeVirt's has this name. */
const runningShim = (pods: readonly Pod[]): ShimImage | undefined => {
  for (const { metadata, spec } of pods) {
    const hook = spec.containers.find(
      ({ name, image }) => name.startsWith('hook-sidecar-') && image?.includes('sidecar-shim') === true,
    );
    if (hook?.image !== undefined) {
      return { image: hook.image, source: { kind: 'pod', pod: metadata.name } };
    }
  }
  return undefined;
};

/** Finds the image; undefined if neither KubeVirt's object nor a pod says enough. */
export const findShimImage = (
  kubevirt: KubeVirt | undefined,
  launcherPods: readonly Pod[],
): ShimImage | undefined => {
  const config = configOf(kubevirt);
  const image = configured(config);
  if (image !== undefined) {
    return { image, source: { kind: 'configured' } };
  }
  const running = runningShim(launcherPods);
  if (running !== undefined) {
    return running;
  }
  const registry = text(config.registry);
  const version = text(config.kubeVirtVersion);
  return registry === undefined || version === undefined
    ? undefined
    : {
        image: `${registry}/${text(config.imagePrefix) ?? ''}sidecar-shim:${version}`,
        source: { kind: 'default' },
      };
};
