import type { LineMark } from '../domainXml/useXmlEditor';
import type { ScriptVerification } from './verification';

/** The lines that expectations speak of, each once; where one holds and another does not, the failure shows. */
export const lineMarks = (scripts: readonly ScriptVerification[]): LineMark[] => {
  const tones = new Map<number, LineMark['tone']>();
  for (const { pass, error, matchedLines } of scripts.flatMap(({ results }) => results ?? [])) {
    for (const line of error === undefined ? matchedLines : []) {
      tones.set(line, pass && tones.get(line) !== 'fail' ? 'pass' : 'fail');
    }
  }
  return [...tones].map(([line, tone]) => ({ line, tone }));
};
