import type { Container, ContainerState, Pod } from '../../../../src/sidecars/objects/resources';
import type { Behaviour } from '../behaviour';
import type { PodStatus } from './podStatus';

/** What the kubelet says of an image: there is no registry here, so that no host's name is known. */
const pullError = (image: string): string => {
  const [, host = '', path = '', tag = 'latest'] =
    /^(?:([^/]*[.:][^/]*)\/)?(.*?)(?::([^/:]*))?$/.exec(image) ?? [];
  const [registry, repository] =
    host === '' ? ['registry-1.docker.io', path.includes('/') ? path : `library/${path}`] : [host, path];
  return `failed to pull and unpack image "${image}": failed to resolve reference "${image}": failed to do request: Head "https://${registry}/v2/${repository}/manifests/${tag}": dial tcp: lookup ${registry.replace(/:\d+$/, '')}: no such host`;
};

/** Shows that images could not be pulled. Answers the last complaint, for the instance's condition. */
export const showMissingImages = (
  { events }: Behaviour,
  pod: Pod,
  status: PodStatus,
  missing: readonly Container[],
): string => {
  const states: Record<string, ContainerState> = {};
  let message = '';
  for (const { name, image = '' } of missing) {
    const why = pullError(image);
    const backOff = `Back-off pulling image "${image}"`;
    message = `${backOff}: ErrImagePull: ${why}`;
    states[name] = { waiting: { reason: 'ImagePullBackOff', message } };
    events.record(pod, 'Normal', 'Pulling', `Pulling image "${image}"`, 'kubelet');
    events.record(pod, 'Warning', 'Failed', `Failed to pull image "${image}": ${why}`, 'kubelet');
    events.record(pod, 'Warning', 'Failed', 'Error: ErrImagePull', 'kubelet');
    events.record(pod, 'Normal', 'BackOff', backOff, 'kubelet');
    events.record(pod, 'Warning', 'Failed', 'Error: ImagePullBackOff', 'kubelet');
  }
  status.containers(states, 'Pending');
  return message;
};
