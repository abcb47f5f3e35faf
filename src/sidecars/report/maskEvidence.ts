import { MASK } from './mask';
import { maskedLines, type MaskedLine } from './maskLog';
import { maskSecrets } from './maskSecrets';
import type { DiagnosisFinding, DiagnosisInput, Evidence } from '../diagnosis/diagnosisModel';
import { quoteOf } from '../diagnosis/messages';

type Masker = <Quoted extends Pick<Evidence, 'source' | 'quote'>>(quoted: Quoted) => Quoted;

/**
 * Takes out of what is quoted what may be secret: of a line of a log that takes the lines around it.
 */
export const evidenceMasker = ({ logs = {} }: DiagnosisInput): Masker => {
  const read = new Map<string, readonly MaskedLine[]>();
  const linesOf = (container: string): readonly MaskedLine[] => {
    const known = read.get(container);
    if (known !== undefined) {
      return known;
    }
    const lines = maskedLines(logs[container] ?? '');
    read.set(container, lines);
    return lines;
  };
  return (quoted) => {
    const { source, quote } = quoted;
    const line = source.kind === 'log' ? linesOf(source.container)[source.line - 1] : undefined;
    // Some evidence is what a line holds, not what it says. Of a secret of many lines only the first has a mask.
    return line !== undefined && quote === quoteOf(line.said.trimEnd())
      ? { ...quoted, quote: quoteOf(line.message.trimEnd()) || MASK }
      : { ...quoted, quote: maskSecrets(quote) };
  };
};

const maskParams = (params: DiagnosisFinding['params']): DiagnosisFinding['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? maskSecrets(value) : value,
    ]),
  );

/** A finding as a report may tell it: what it says with the cluster's words, and its evidence. */
export const maskFinding = (finding: DiagnosisFinding, masker: Masker): DiagnosisFinding => ({
  ...finding,
  params: maskParams(finding.params),
  evidence: finding.evidence.map(({ source, time, quote }) => masker({ source, quote, time })),
});
