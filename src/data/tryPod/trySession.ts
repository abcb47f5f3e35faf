import { PodModel } from '../../k8s/models';
import { deleteObject } from '../../k8s/write';
import type { Pod } from '../../sidecars/objects/resources';
import type { ShimImage } from './shimImage';
import {
  createTryPod,
  readShimImage,
  readTryPod,
  removeLeftOvers,
  runsTry,
  untilTryPodRuns,
} from './tryPods';
import { TryFailed } from './tryProblem';
import { tryScript, type ScriptToTry, type TryOptions } from './tryScript';

/** What is being waited for. `said`: why a pod does not start, in the cluster's words; empty if it starts as usual. */
export type TryProgress =
  | { step: 'creating' }
  | { step: 'starting'; pod: string; image: ShimImage; said: string }
  | { step: 'calling'; call: number; image: ShimImage };

interface SessionOptions extends Omit<TryOptions, 'onStart'> {
  onProgress: (progress: TryProgress) => void;
}

/** Tries the scripts of one page in one pod. */
export interface TrySession {
  /** Rejects with TryFailed or HttpError, or with the signal's reason. */
  run: (script: ScriptToTry, options: SessionOptions) => Promise<void>;
  /** Removes the pod. A later run makes a new one. */
  close: () => void;
}

interface OpenPod {
  pod: Pod;
  image: ShimImage;
  /** It has run, so that it need not be asked for again before a call. */
  hasRun: boolean;
}

const remove = (pod: Pod): void => {
  // If this fails, the pod is gone already, or its deadline ends it.
  deleteObject(PodModel, pod, { ifUnchanged: false, outlivesPage: true }).catch(() => undefined);
};

export const createTrySession = (namespace: string): TrySession => {
  let current: OpenPod | undefined;
  /** Changes with each `close`, so that a pod that was being created meanwhile is removed as well. */
  let closings = 0;

  const close = (): void => {
    closings += 1;
    if (current !== undefined) {
      remove(current.pod);
      current = undefined;
    }
  };

  const create = async ({ onProgress, signal }: SessionOptions): Promise<OpenPod> => {
    const closingsBefore = closings;
    onProgress({ step: 'creating' });
    const [image] = await Promise.all([readShimImage(namespace), removeLeftOvers(namespace)]);
    signal.throwIfAborted();
    const pod = await createTryPod(namespace, image.image);
    if (closings !== closingsBefore) {
      remove(pod);
      throw new TryFailed({ kind: 'podEnded', pod: pod.metadata.name, said: '' });
    }
    current = { pod, image, hasRun: false };
    return current;
  };

  const running = async (options: SessionOptions): Promise<OpenPod> => {
    const open = current ?? (await create(options));
    const { pod, image } = open;
    if (!open.hasRun) {
      const onWait = (said: string): void => {
        options.onProgress({ step: 'starting', pod: pod.metadata.name, image, said });
      };
      try {
        await untilTryPodRuns(pod, onWait, options.signal);
      } catch (error) {
        if (error instanceof TryFailed) {
          close();
        }
        throw error;
      }
      open.hasRun = true;
    }
    return open;
  };

  const runOnce = async (script: ScriptToTry, options: SessionOptions): Promise<boolean> => {
    const { pod, image } = await running(options);
    const { name } = pod.metadata;
    const isConnected = await tryScript({ namespace, pod: name }, script, {
      ...options,
      onStart: (call) => {
        options.onProgress({ step: 'calling', call, image });
      },
    });
    if (!isConnected && runsTry(await readTryPod(pod))) {
      throw new TryFailed({ kind: 'noConnection', pod: name });
    }
    return isConnected;
  };

  return {
    run: async (script, options) => {
      if (await runOnce(script, options)) {
        return;
      }
      // Its deadline has passed, or somebody removed it.
      close();
      if (!(await runOnce(script, options))) {
        const pod = current?.pod.metadata.name ?? '';
        throw new TryFailed({ kind: 'podEnded', pod, said: '' });
      }
    },
    close,
  };
};
