import type { PythonStatement, PythonToken } from './python/pythonScript';
import type { Condition } from './shell/shellScript';

/**
 * What the inputs of calls 1 and 2 hold: KubeVirt sets it for every domain that it generates (virtwrap/api/defaults.go, at
 * least since 1.2). Call 3 gets the result of call 2, of which KubeVirt has not read it.
 */
const IN_GENERATED = /xmlns:qemu|libvirt\.org\/schemas\/domain\/qemu/;

/** Whether a shell command only runs when the input has no xmlns:qemu. */
export const neverWithQemuNamespace = (conditions: readonly Condition[], text: string): boolean =>
  conditions.some(({ pos, end, holds }) => {
    const condition = text.slice(pos, end);
    const asksForAbsence = /!=|\[\[? !/.test(condition);
    return IN_GENERATED.test(condition) && holds === asksForAbsence;
  });

const asksForAbsence = (tokens: readonly PythonToken[]): boolean => {
  const at = tokens.findIndex(({ kind, value }) => kind === 'string' && IN_GENERATED.test(value));
  const after = tokens.slice(at + 1, at + 3).map(({ text }) => text);
  const isNot = tokens[at - 1]?.text === 'not' || after[0] === 'not';
  return at >= 0 && isNot && after.includes('in');
};

/** `x if "xmlns:qemu" in x else y`: the part behind else. */
const isElse = (tokens: readonly PythonToken[]): boolean =>
  tokens.some(
    ({ kind, value }, index) =>
      kind === 'string' && IN_GENERATED.test(value) && tokens[index + 1]?.text === 'in',
  ) && tokens.some(({ text }) => text === 'else');

/** Whether a Python statement, or a part of it, only runs when the input has no xmlns:qemu. */
export const pythonNeverWithQemuNamespace = ({ blocks, tokens }: PythonStatement): boolean =>
  blocks.some((block) => asksForAbsence(block.tokens)) || isElse(tokens);
