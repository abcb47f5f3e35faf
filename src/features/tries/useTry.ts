import { useCallback, useEffect, useRef, useState } from 'react';
import type { ShimImage } from '../../data/tryPod/shimImage';
import type { TryProgress } from '../../data/tryPod/trySession';
import type { ScriptToTry } from '../../data/tryPod/tryScript';
import { useTrySession } from '../../data/tryPod/useTrySession';
import { useImpersonation } from '../../k8s/exec/useImpersonation';
import type { HookCall } from '../../sidecars/tries/hookCall';

interface TryState {
  /** Undefined unless a try runs. */
  progress: TryProgress | undefined;
  /** Why the last try could not be made. */
  failure?: unknown;
  /** The image of the pod; undefined until a call runs. */
  image?: ShimImage;
  /** The text of the script that the calls are of. */
  text: string;
  calls: readonly HookCall[];
}

interface Try extends TryState {
  start: (script: ScriptToTry) => void;
  stop: () => void;
}

/** React hook: tries scripts in a pod, one at a time. Leaving the page ends the script and removes the pod. */
export const useTry = (namespace: string, kubevirtVersion: string | undefined): Try => {
  const session = useTrySession(namespace);
  const impersonation = useImpersonation();
  const [state, setState] = useState<TryState>({ progress: undefined, text: '', calls: [] });
  const running = useRef<AbortController>();

  const stop = useCallback(() => {
    running.current?.abort();
    setState((before) => ({ ...before, progress: undefined }));
  }, []);
  useEffect(() => stop, [session, stop]);

  const start = useCallback(
    (script: ScriptToTry) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      const update = (change: (before: TryState) => TryState): void => {
        if (!signal.aborted) {
          setState(change);
        }
      };
      update(() => ({ progress: { step: 'creating' }, text: script.script, calls: [] }));
      session
        .run(script, {
          impersonation,
          kubevirtVersion,
          signal,
          onProgress: (progress) => {
            const image = progress.step === 'calling' ? { image: progress.image } : {};
            update((before) => ({ ...before, ...image, progress }));
          },
          onCall: (call) => {
            // A second call 1 is that of a repetition in another pod.
            update((before) => ({ ...before, calls: [...(call.call === 1 ? [] : before.calls), call] }));
          },
        })
        .then(
          () => {
            update((before) => ({ ...before, progress: undefined }));
          },
          (failure: unknown) => {
            update((before) => ({ ...before, progress: undefined, failure }));
          },
        );
    },
    [session, impersonation, kubevirtVersion],
  );
  return { ...state, start, stop };
};
