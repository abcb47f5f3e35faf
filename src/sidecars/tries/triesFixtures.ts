import type { HookCall } from './hookCall';
import { nextInput } from './nextInput';
import { replyOfKubeVirt } from './replyOfKubeVirt';

export const hookCall = (changed: Partial<HookCall> = {}): HookCall => ({
  hookPoint: 'onDefineDomain',
  call: 1,
  input: '',
  output: '',
  stderr: '',
  ending: { kind: 'exited', code: 0 },
  durationMs: 5,
  isComplete: true,
  ...changed,
});

/** What a script in a test does: its output, or how it ended. */
export type TestScript = (input: string, call: number) => string | Partial<HookCall>;

/** The calls of a quick try, until one of them fails. */
export const triedCalls = (
  script: TestScript,
  firstInput: string,
  kubevirtVersion = 'v1.8.4',
): HookCall[] => {
  const calls: HookCall[] = [];
  for (const call of [1, 2, 3] as const) {
    const last = calls.at(-1);
    const input =
      call === 1 || last === undefined
        ? firstInput
        : nextInput(call, firstInput, last.output, kubevirtVersion);
    const result = script(input, call);
    const made = hookCall({ call, input, ...(typeof result === 'string' ? { output: result } : result) });
    calls.push(made);
    if (replyOfKubeVirt(made) !== undefined) {
      break;
    }
  }
  return calls;
};
