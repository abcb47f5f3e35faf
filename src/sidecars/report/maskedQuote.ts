import type { DiagnosisInput, Evidence } from '../diagnosis/diagnosisModel';
import { quoteOf } from '../diagnosis/messages';
import { parseLogLine } from '../logs/logLine';
import { maskLog } from './maskLog';
import { maskSecrets } from './maskSecrets';

/** Answers what evidence quotes without what may be secret: of a line of a log that takes the lines around it. */
export const quoteMasker = (logs: DiagnosisInput['logs'] = {}): ((evidence: Evidence) => string) => {
  const read = new Map(
    Object.entries(logs).map(([container, text]) => {
      const lines = text.split('\n').map((whole) => parseLogLine(whole.trimEnd()));
      return [container, maskLog(lines.map((line) => ({ ...line, unmasked: line.message })))];
    }),
  );
  return ({ source, quote }) => {
    const line = source.kind === 'log' ? read.get(source.container)?.[source.line - 1] : undefined;
    // Some evidence is what a line holds, not what it says.
    return line !== undefined && quote === quoteOf(line.unmasked)
      ? quoteOf(line.message)
      : maskSecrets(quote);
  };
};
