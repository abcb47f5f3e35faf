import type { ConfigMap, Container, ContainerState } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import type { Behaviour } from '../behaviour';
import { now } from '../conditions';
import { startError } from '../missingProgram';
import { releaseOfImage } from '../release';
import type { HookSidecar } from '../sidecar/hookSidecarList';
import { Shim, ShimExit, type MountedFile } from '../sidecar/shim';
import type { Launcher } from './launcher';

/** The files of a ConfigMap at the start of the pod; subPath mounts are never updated. */
const mountedFiles = (sidecar: HookSidecar, namespace: string, store: Store): MountedFile[] => {
  const reference = sidecar.configMap;
  if (reference === undefined || reference.name === '') {
    return [];
  }
  const configMap = store.get('configmaps', namespace, reference.name) as ConfigMap | undefined;
  const text = configMap?.data?.[reference.key];
  const binary = configMap?.binaryData?.[reference.key];
  const content =
    text !== undefined ? Buffer.from(text) : binary !== undefined ? Buffer.from(binary, 'base64') : undefined;
  return [{ path: reference.hookPath, content }];
};

/** There is no registry: only KubeVirt's own sidecar image can be "pulled", with any tag. */
export const canPull = (image: string): boolean => /(^|\/)sidecar-shim(-rhel\d+)?([:@]|$)/.test(image);

/** The containers whose image cannot be pulled. */
export const unpullable = (containers: readonly Container[]): Container[] =>
  containers.filter(({ name, image = '' }) => name.startsWith('hook-sidecar-') && !canPull(image));

/**
 * Starts the sidecars of a pod and returns their containers' states. `launcher.shims` lacks those that end at once because of
 * their arguments or command.
 */
export const startSidecars = (
  launcher: Launcher,
  sidecars: readonly HookSidecar[],
  { store, timing, events }: Behaviour,
): Record<string, ContainerState> => {
  const namespace = launcher.pod.metadata.namespace ?? 'default';
  const states: Record<string, ContainerState> = {};
  for (const [index, sidecar] of sidecars.entries()) {
    const name = `hook-sidecar-${index}`;
    const program = sidecar.command[0] ?? '/sidecar-shim';
    if (program.split('/').at(-1) !== 'sidecar-shim') {
      const { message, state } = startError(program);
      states[name] = state;
      events.record(launcher.pod, 'Warning', 'Failed', `Error: ${message}`, 'kubelet');
      continue;
    }
    try {
      const args = [...sidecar.command.slice(1), ...sidecar.args];
      launcher.shims.push(
        Shim.start({
          containerName: name,
          args,
          files: mountedFiles(sidecar, namespace, store),
          log: launcher.log(name),
          timeoutMs: timing.hookCall,
          release: releaseOfImage(sidecar.image, launcher.release),
          isSeparate: launcher.release.separatesSockets,
        }),
      );
      states[name] = { running: { startedAt: now() } };
    } catch (error) {
      if (!(error instanceof ShimExit)) {
        throw error;
      }
      states[name] = {
        terminated: {
          exitCode: error.code,
          reason: 'Error',
          message: launcher.log(name).tail(),
          startedAt: now(),
          finishedAt: now(),
        },
      };
      launcher.log(name).close();
    }
  }
  return states;
};
