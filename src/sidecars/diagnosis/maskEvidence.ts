import { finish } from '../text/steps';
import { MASK } from '../report/mask';
import { maskedLines, type MaskedLine } from '../report/maskLog';
import { maskSecrets } from '../report/maskSecrets';
import type { DiagnosisFinding, DiagnosisInput, Evidence } from './diagnosisModel';
import { quoteOf } from './messages';

type Masker = <Quoted extends Pick<Evidence, 'source' | 'quote'>>(quoted: Quoted) => Quoted;

/**
 * Takes out of what is quoted what may be secret: of a line of a log that takes the lines around it. Findings follow
 * from what the cluster said, so they are masked when they are made.
 */
export const evidenceMasker = ({ logs = {}, maskedLogs = {} }: DiagnosisInput): Masker => {
  const read = new Map(Object.entries(maskedLogs));
  const linesOf = (container: string): readonly MaskedLine[] => {
    const known = read.get(container);
    if (known !== undefined) {
      return known;
    }
    const lines = finish(maskedLines(logs[container] ?? ''));
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

/** A finding as it may be shown: what it says with the cluster's words, and its evidence. */
export const maskFinding = (finding: DiagnosisFinding, masker: Masker): DiagnosisFinding => ({
  ...finding,
  params: maskParams(finding.params),
  evidence: finding.evidence.map(masker),
});
