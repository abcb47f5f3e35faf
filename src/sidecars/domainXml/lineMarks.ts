import type { ScriptVerification } from './verification';

/** A line that an expectation is about. */
export interface LineMark {
  line: number;
  tone: 'pass' | 'fail';
}

/** Each mark is an element of the editor. The expected results say how many lines there are. */
const MOST = 1_000;

/**
 * The lines that expectations are about, each once, and only the first ones if there are very many. If one expectation
 * holds on a line and another fails, the failure is shown. A script that does not run yet has no failures.
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
  return [...tones].slice(0, MOST).map(([line, tone]) => ({ line, tone }));
};
