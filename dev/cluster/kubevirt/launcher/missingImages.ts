import type { Container, ContainerState, Pod } from '../../../../src/sidecars/objects/resources';
import type { Behaviour } from '../behaviour';
import type { PodStatus } from './podStatus';

/** The kubelet's message about an image; without a registry, its host name is unknown. */
const pullError = (image: string): string => {
  const [, host = '', path = '', tag = 'latest'] =
    /^(?:([^/]*[.:][^/]*)\/)?(.*?)(?::([^/:]*))?$/.exec(image) ?? [];
  const [registry, repository] =
    host === '' ? ['registry-1.docker.io', path.includes('/') ? path : `library/${path}`] : [host, path];
  return `failed to pull and unpack image "${image}": failed to resolve reference "${image}": failed to do request: Head "https://${registry}/v2/${repository}/manifests/${tag}": dial tcp: lookup ${registry.replace(/:\d+$/, '')}: no such host`;
};

/**
 * Shows that images could not be pulled. Answers the last complaint about a pull for the instance's condition, where
 * images that may not be pulled are not mentioned.
 */
export const showMissingImages = (
  { events }: Behaviour,
  pod: Pod,
  status: PodStatus,
  missing: readonly Container[],
): string | undefined => {
  const states: Record<string, ContainerState> = {};
  let complaint: string | undefined;
  for (const { name, image = '', imagePullPolicy } of missing) {
    if (imagePullPolicy === 'Never') {
      const message = `Container image "${image}" is not present with pull policy of Never`;
      states[name] = { waiting: { reason: 'ErrImageNeverPull', message } };
      events.record(pod, 'Warning', 'ErrImageNeverPull', message, 'kubelet');
      events.record(pod, 'Warning', 'Failed', 'Error: ErrImageNeverPull', 'kubelet');
      continue;
    }
    const why = pullError(image);
    const backOff = `Back-off pulling image "${image}"`;
    complaint = `${backOff}: ErrImagePull: ${why}`;
    states[name] = { waiting: { reason: 'ImagePullBackOff', message: complaint } };
    events.record(pod, 'Normal', 'Pulling', `Pulling image "${image}"`, 'kubelet');
    events.record(pod, 'Warning', 'Failed', `Failed to pull image "${image}": ${why}`, 'kubelet');
    events.record(pod, 'Warning', 'Failed', 'Error: ErrImagePull', 'kubelet');
    events.record(pod, 'Normal', 'BackOff', backOff, 'kubelet');
    events.record(pod, 'Warning', 'Failed', 'Error: ImagePullBackOff', 'kubelet');
  }
  status.containers(states, 'Pending');
  return complaint;
};
