import type { Severity } from '../checks/check';
import { DIAGNOSIS_PARAMS } from './diagnosisId';
import type { CauseCode, CureAction, DiagnosisFinding, DiagnosisId } from './diagnosisModel';
import type { Facts } from './facts';
import type { Message } from './messages';

/** A finding that follows from words of the cluster. */
export interface TextRule {
  id: DiagnosisId;
  severity: Severity;
  cause: CauseCode;
  pattern: RegExp;
  /** Where the words mean this; everywhere if not said. */
  from?: readonly Message['from'][];
  /** Whether the words mean this here. */
  holds?: (facts: Facts, message: Message) => boolean;
  cure?: (facts: Facts, params: DiagnosisFinding['params'], message: Message) => CureAction | undefined;
}

/** A shape to make a finding of; several evidences of one finding are put together by `diagnose`. */
const findingOf = (
  rule: TextRule,
  facts: Facts,
  message: Message,
  match: RegExpExecArray,
): DiagnosisFinding => {
  const { source, time, quote, whole, container = '' } = message;
  const params = Object.fromEntries(
    DIAGNOSIS_PARAMS[rule.id].map((name, index) => [
      name,
      name === 'container' ? container : (match[index + 1] ?? ''),
    ]),
  );
  return {
    id: rule.id,
    // The VM runs in the end: it is told what happened on the way.
    severity: facts.isUp && rule.severity === 'error' ? 'warning' : rule.severity,
    params,
    evidence: [{ source, ...(time === undefined ? {} : { time }), quote, whole }],
    cause: rule.cause,
    cure: rule.cure?.(facts, params, message),
  };
};

/** A family of findings: the first rule that a message fits is taken, and the others are not asked. */
export const textRules =
  (rules: readonly TextRule[]) =>
  (facts: Facts): DiagnosisFinding[] =>
    facts.messages.flatMap((message) => {
      for (const rule of rules) {
        const match =
          rule.from === undefined || rule.from.includes(message.from)
            ? rule.pattern.exec(message.text)
            : null;
        if (match !== null && rule.holds?.(facts, message) !== false) {
          return [findingOf(rule, facts, message, match)];
        }
      }
      return [];
    });
