import { useEffect, useState } from 'react';
import { useRecordedInputs } from '../../../data/tryInputs/recordedInputs';
import type { TryInput } from '../../../data/tryInputs/tryInput';
import { readVmInput, type VmInput } from '../../../data/tryInputs/vmInput';
import type { Loadable } from '../../../loadable';
import type { HookPoint } from '../../../sidecars/annotation/hookPoint';
import type { TryInputChoice } from './tryInputChoice';

export type ChosenInput = VmInput | { kind: 'text'; input: TryInput } | { kind: 'unchosen' };

const LOADING = { status: 'loading' } as const;

const readSample = async (hookPoint: HookPoint): Promise<ChosenInput> => {
  const { sampleInput } = await import(
    /* webpackChunkName: "try-sample" */ '../../../data/tryInputs/sampleInput'
  );
  return { kind: 'text', input: sampleInput(hookPoint) };
};

/** React hook: the arguments that the user has chosen. Those of a VM are read once, when it is chosen. */
export const useTryInput = (
  namespace: string,
  hookPoint: HookPoint,
  choice: TryInputChoice,
): Loadable<ChosenInput> => {
  const recorded = useRecordedInputs();
  const vmName = choice.kind === 'vm' ? choice.name : '';
  const isRead = choice.kind === 'sample' || vmName !== '';
  const key = [namespace, hookPoint, choice.kind, vmName].join('/');
  const [read, setRead] = useState<{ key: string; value: Loadable<ChosenInput> }>();

  useEffect(() => {
    const aborter = new AbortController();
    const { signal } = aborter;
    const settle = (value: Loadable<ChosenInput>): void => {
      if (!signal.aborted) {
        setRead({ key, value });
      }
    };
    const start = (): void => {
      settle(LOADING);
      const reading = vmName === '' ? readSample(hookPoint) : readVmInput(namespace, vmName, signal);
      reading.then(
        (data) => {
          settle({ status: 'loaded', data });
        },
        (error: unknown) => {
          settle({ status: 'failed', error, retry: start });
        },
      );
    };
    if (isRead) {
      start();
    }
    return () => {
      aborter.abort();
    };
  }, [key, namespace, hookPoint, vmName, isRead]);

  if (isRead) {
    return read?.key === key ? read.value : LOADING;
  }
  const input =
    choice.kind === 'recorded' ? recorded[choice.index] : choice.kind === 'pasted' ? choice : undefined;
  return { status: 'loaded', data: input === undefined ? { kind: 'unchosen' } : { kind: 'text', input } };
};
