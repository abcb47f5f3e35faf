import { scriptResultEntries } from '../findings/scriptResult';
import { scriptStartEntries } from '../findings/scriptStart';
import type { DiagnosisFinding } from './diagnosisModel';
import type { Facts } from './facts';
import { scriptMessages } from './scriptAction';
import { textRules } from './textRule';

const whileStarting = Object.keys(scriptStartEntries) as (keyof typeof scriptStartEntries)[];

/** Messages with these words mostly name an exit status as well, which says less. */
const fromText = textRules({ ...scriptStartEntries, ...scriptResultEntries }, [
  ...whileStarting,
  'migrationHookFailed',
  'cloudInitBroken',
  'volumeNameDropped',
  'wrongRoot',
  'xmlBroken',
  'callTimedOut',
  'laterCallFailed',
]);

/** The scripts' own words belong to a failure that only names their exit status. */
const withOwnWords = (facts: Facts, finding: DiagnosisFinding): DiagnosisFinding => {
  const own = scriptMessages(facts)
    .slice(-3)
    .map(({ source, time, quote }) => ({ source, time, quote }));
  return finding.id === 'scriptFailed' || finding.id === 'laterCallFailed'
    ? { ...finding, evidence: [...finding.evidence, ...own] }
    : finding;
};

/** What goes wrong in and after the call of a script, by the words it leaves behind. */
export const callFindings = (facts: Facts): DiagnosisFinding[] =>
  facts.sidecars.length === 0 ? [] : fromText(facts).map((finding) => withOwnWords(facts, finding));
