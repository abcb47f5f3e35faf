export type ScriptProblem = 'empty' | 'byteOrderMark' | 'carriageReturns' | 'noShebang';

/** What keeps a script from being started at all, whatever it does. */
export const scriptProblem = (text: string): ScriptProblem | undefined => {
  if (text.trim() === '') return 'empty';
  if (text.startsWith('\uFEFF')) return 'byteOrderMark';
  if (/^[^\n]*\r/.test(text)) return 'carriageReturns';
  return /^#!\s*\/\S/.test(text) ? undefined : 'noShebang';
};
