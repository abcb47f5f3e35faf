import { bySeverity } from '../checks/check';
import { gateEntries } from '../findings/cluster';
import { containerEntries } from '../findings/container';
import { podEntries } from '../findings/pod';
import { runningEntries } from '../findings/running';
import { callFindings } from './callFindings';
import { crashLoop } from './crashLoop';
import { changeFindings } from './changeFindings';
import { containerFindings } from './containerFindings';
import { DIAGNOSIS_IDS, happened } from './diagnosisEntries';
import type { DiagnosisFinding, DiagnosisInput } from './diagnosisModel';
import { driftFindings } from './driftFindings';
import { gatherFacts, safely, type Facts } from './facts';
import { gateFindings } from './gateFindings';
import { silentFindings } from './silentFindings';
import { textRules } from './textRule';

export type { DiagnosisFinding, DiagnosisId, DiagnosisInput } from './diagnosisModel';

const FAMILIES: readonly ((facts: Facts) => DiagnosisFinding[])[] = [
  textRules(gateEntries),
  gateFindings,
  textRules(podEntries),
  textRules(containerEntries),
  containerFindings,
  callFindings,
  textRules(runningEntries),
  silentFindings,
  crashLoop,
  changeFindings,
  driftFindings,
];

/** Enough to believe a finding: what is retried says the same each time. */
const EVIDENCE_LIMIT = 4;

/** Findings of one kind about one thing become one, with the evidence of all. */
const merged = (findings: readonly DiagnosisFinding[]): DiagnosisFinding[] => {
  const byMeaning = new Map<string, DiagnosisFinding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.id, finding.params]);
    const known = byMeaning.get(key);
    const quotes = new Set(known?.evidence.map(({ quote, source }) => `${source.kind} ${quote}`));
    const more = finding.evidence.filter(({ quote, source }) => !quotes.has(`${source.kind} ${quote}`));
    byMeaning.set(
      key,
      known === undefined
        ? finding
        : { ...known, evidence: [...known.evidence, ...more].slice(0, EVIDENCE_LIMIT) },
    );
  }
  return [...byMeaning.values()];
};

/** A message of the cluster that no finding explains, shown unchanged. */
const unexplained = ({ messages, sidecars }: Facts): DiagnosisFinding[] => {
  const message = messages.find(({ from, text }) => from === 'condition' && text !== '');
  return message === undefined || sidecars.length === 0
    ? []
    : [
        happened('notSynchronized', {
          params: { message: message.quote },
          evidence: [
            {
              source: message.source,
              time: message.time,
              quote: message.quote,
            },
          ],
        }),
      ];
};

/**
 * What is wrong with a VM's sidecars, errors first, within a severity the nearest to the root
 * first. Never throws: an object of unexpected shape is left out.
 */
export const diagnose = (input: DiagnosisInput): DiagnosisFinding[] => {
  const facts = gatherFacts(input);
  const found = merged(FAMILIES.flatMap((family) => safely(() => family(facts), [])));
  const all = found.some(({ severity }) => severity === 'error') ? found : [...found, ...unexplained(facts)];
  return all.sort(
    (one, other) => bySeverity(one, other) || DIAGNOSIS_IDS.indexOf(one.id) - DIAGNOSIS_IDS.indexOf(other.id),
  );
};
