import { useState } from 'react';
import type { Loadable } from '../../../loadable';
import type { HookPoint } from '../../../sidecars/annotation/hookPoint';
import type { TryInputChoice } from './tryInputChoice';
import { useTryInput, type ChosenInput } from './useTryInput';

const SAMPLE = { kind: 'sample' } as const;

/**
 * React hook: what a script is tried on, at first the VM that it is for. If the log of that VM has no XML, it is the example.
 */
export const useChosenInput = (
  namespace: string,
  hookPoint: HookPoint,
  vmName: string | undefined,
): {
  choice: TryInputChoice;
  input: Loadable<ChosenInput>;
  choose: (choice: TryInputChoice) => void;
} => {
  // KubeVirt does not log the cloud-init data.
  const [choice, setChoice] = useState<TryInputChoice>(
    vmName === undefined || hookPoint !== 'onDefineDomain' ? SAMPLE : { kind: 'vm', name: vmName },
  );
  const [isPreset, setPreset] = useState(choice.kind === 'vm');
  const input = useTryInput(namespace, hookPoint, choice);
  const hasNone = input.status === 'failed' || (input.status === 'loaded' && input.data.kind !== 'found');
  if (isPreset && hasNone) {
    setPreset(false);
    setChoice(SAMPLE);
  }
  return {
    choice,
    input,
    choose: (next) => {
      setPreset(false);
      setChoice(next);
    },
  };
};
