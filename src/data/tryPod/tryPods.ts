import { isNotFound } from '../../apiError';
import { PodModel } from '../../k8s/models';
import { pause } from '../../k8s/pause';
import { getObject, listObjects } from '../../k8s/read';
import { createObject, deleteObject } from '../../k8s/write';
import { podTrouble } from '../../sidecars/objects/podTrouble';
import type { Pod } from '../../sidecars/objects/resources';
import { readKubeVirt } from '../readKubeVirt';
import { findShimImage, type ShimImage } from './shimImage';
import { TRY_LABEL, TRY_POD_SECONDS, tryPodManifest } from './tryPodManifest';
import { TryFailed } from './tryProblem';

const POLL_MS = 300;

const launcherPods = async (namespace: string): Promise<Pod[]> =>
  listObjects<Pod>(PodModel, namespace, 'kubevirt.io=virt-launcher').catch(() => []);

/** Pods are asked only if KubeVirt's object does not name the image. Throws TryFailed, or rejects with HttpError. */
export const readShimImage = async (namespace: string): Promise<ShimImage> => {
  const kubevirt = await readKubeVirt();
  const found = findShimImage(kubevirt, []);
  const image =
    found?.source.kind === 'configured' ? found : findShimImage(kubevirt, await launcherPods(namespace));
  if (image === undefined) {
    throw new TryFailed({ kind: 'noImage' });
  }
  return image;
};

const ended = ({ status }: Pod): boolean => status?.phase === 'Failed' || status?.phase === 'Succeeded';

const isLeftOver = (pod: Pod): boolean => {
  const { creationTimestamp = '', deletionTimestamp } = pod.metadata;
  const age = Date.now() - Date.parse(creationTimestamp);
  return deletionTimestamp === undefined && (ended(pod) || age > TRY_POD_SECONDS * 1000);
};

/**
 * Removes the pods of pages that could not do it themselves. The cluster ends such a pod after 15 minutes but does not
 * remove it. Failure is no reason not to try a script.
 */
export const removeLeftOvers = async (namespace: string): Promise<void> => {
  const pods = await listObjects<Pod>(PodModel, namespace, TRY_LABEL).catch(() => []);
  await Promise.allSettled(
    pods.filter(isLeftOver).map((pod) => deleteObject(PodModel, pod, { ifUnchanged: true })),
  );
};

/** Throws TryFailed if the cluster refuses it. */
export const createTryPod = async (namespace: string, image: string): Promise<Pod> => {
  try {
    return await createObject(PodModel, tryPodManifest(namespace, image));
  } catch (error) {
    throw new TryFailed({ kind: 'notCreated', error });
  }
};

/** The pod as it is now; undefined if it is gone. Rejects with HttpError. */
export const readTryPod = async ({ metadata }: Pod): Promise<Pod | undefined> => {
  try {
    const pod = await getObject<Pod>(PodModel, metadata.namespace, metadata.name);
    return pod.metadata.uid === metadata.uid ? pod : undefined;
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
};

export const runsTry = (pod: Pod | undefined): boolean =>
  pod?.status?.phase === 'Running' && pod.metadata.deletionTimestamp === undefined;

/**
 * Waits until the pod runs. The cluster retries what fails, such as pulling the image, so only the user gives up.
 *
 * @param onWait called with the cluster's reasons, empty if the pod starts as usual
 */
export const untilTryPodRuns = async (
  created: Pod,
  onWait: (said: string) => void,
  signal: AbortSignal,
): Promise<void> => {
  const { name } = created.metadata;
  for (;;) {
    signal.throwIfAborted();
    const pod = await readTryPod(created);
    if (runsTry(pod)) {
      return;
    }
    const said = pod === undefined ? '' : podTrouble(pod);
    if (pod === undefined || pod.metadata.deletionTimestamp !== undefined || ended(pod)) {
      throw new TryFailed({ kind: 'podEnded', pod: name, said });
    }
    onWait(said);
    await pause(POLL_MS, signal);
  }
};
