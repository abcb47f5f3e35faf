import type { ScriptVerification } from './verification';

/** A line that an expectation is about. */
export interface LineMark {
  line: number;
  tone: 'pass' | 'fail';
}

/**
 * The lines that expectations are about, each once. If one expectation holds on a line and another fails, the failure
 * is shown. A script that does not run yet has no failures.
 */
export const lineMarks = (scripts: readonly ScriptVerification[]): LineMark[] => {
  const tones = new Map<number, LineMark['tone']>();
  for (const { script, results = [] } of scripts) {
    const isPending = script.presence === 'atNextStart';
    for (const { pass, error, matchedLines } of results) {
      for (const line of error === undefined && (pass || !isPending) ? matchedLines : []) {
        tones.set(line, pass && tones.get(line) !== 'fail' ? 'pass' : 'fail');
      }
    }
  }
  return [...tones].map(([line, tone]) => ({ line, tone }));
};
