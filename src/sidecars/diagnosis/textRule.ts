import type { Params } from '../findings/finding';
import type { DiagnosisEntry } from './diagnosisEntry';
import type { DiagnosisId } from './diagnosisEntries';
import type { DiagnosisFinding } from './diagnosisModel';
import type { Facts } from './facts';
import type { Message } from './messages';

/** What the entry makes of a message, if its words fit; several evidences of one finding are put together by `diagnose`. */
const findingOf = (
  id: DiagnosisId,
  { severity, cause, said = [], what }: DiagnosisEntry,
  facts: Facts,
  message: Message,
): DiagnosisFinding | undefined => {
  for (const { pattern, from, holds, action } of [said].flat()) {
    const match = from === undefined || from.includes(message.from) ? pattern.exec(message.text) : null;
    if (match !== null && holds?.(facts, message) !== false) {
      const { source, time, quote, whole, container = '' } = message;
      const params: Params = {
        ...match.groups,
        ...(String(what).includes('{{container}}') ? { container } : {}),
      };
      return {
        id,
        // The VM runs in the end: this says what happened on the way.
        severity: facts.isUp && severity === 'error' ? 'warning' : severity,
        params,
        evidence: [{ source, time, quote, whole }],
        cause,
        cure: action?.(facts, params, message),
      };
    }
  }
  return undefined;
};

/** A family of findings by words of the cluster: of each message the first entry that fits, and no other. */
export const textRules =
  (
    entries: Readonly<Partial<Record<DiagnosisId, DiagnosisEntry>>>,
    askedFirst: readonly DiagnosisId[] = [],
  ) =>
  (facts: Facts): DiagnosisFinding[] => {
    const ids = new Set([...askedFirst, ...(Object.keys(entries) as DiagnosisId[])]);
    return facts.messages.flatMap((message) => {
      for (const id of ids) {
        const entry = entries[id];
        const finding = entry && findingOf(id, entry, facts, message);
        if (finding !== undefined) {
          return [finding];
        }
      }
      return [];
    });
  };
