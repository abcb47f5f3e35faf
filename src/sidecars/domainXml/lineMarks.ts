import type { ScriptVerification } from './verification';

/** A line that an expectation speaks of. */
export interface LineMark {
  line: number;
  tone: 'pass' | 'fail';
}

/**
 * The lines that expectations speak of, each once; where one holds and another does not, the failure shows. A script
 * that does not run yet fails in nothing.
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
