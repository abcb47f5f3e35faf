import type { TFunction } from 'i18next';
import { diagnosisText } from '../../../features/findings/diagnosisText';
import { findingText } from '../../../features/findings/findingText';
import { severityText } from '../../../features/findings/severity';
import { bySeverity } from '../../../sidecars/checks/check';
import type { Finding } from '../../../sidecars/checks/check';
import type { DiagnosisFinding, DiagnosisInput } from '../../../sidecars/diagnosis/diagnose';
import type { TimelineEntry } from '../../../sidecars/diagnosis/timeline';
import { markdownReport } from '../../../sidecars/report/markdownReport';
import { evidenceMasker, maskFinding } from '../../../sidecars/report/maskEvidence';
import { maskLogText } from '../../../sidecars/report/maskLog';
import { parseSidecars, sidecarsIn } from '../../../sidecars/annotation/annotation';
import { templateAnnotation } from '../../../sidecars/objects/vm';
import { sourceText } from './sourceText';
import { timelineText, timelineTime } from './timelineText';

export interface VmReportInput {
  diagnosed: readonly DiagnosisFinding[];
  checked: readonly Finding[];
  entries: readonly TimelineEntry[];
  evidence: DiagnosisInput;
}

const scriptsOf = ({ vm, configMaps }: DiagnosisInput): { name: string; text: string }[] => {
  const parsed = parseSidecars(vm && templateAnnotation(vm));
  const scripts = new Map<string, string>();
  for (const { configMap } of sidecarsIn(parsed)) {
    const text = configMap && configMaps?.get(configMap.name)?.data?.[configMap.key];
    if (configMap !== undefined && text !== undefined) {
      scripts.set(`${configMap.name}, ${configMap.key}`, text);
    }
  }
  return Array.from(scripts, ([name, text]) => ({ name, text }));
};

/** A report on one VM for a ticket: Markdown in the user's language, with secrets masked. Times are RFC 3339. */
export const vmReport = (t: TFunction, { diagnosed, checked, entries, evidence }: VmReportInput): string => {
  const { vm, kubevirt, logs = {} } = evidence;
  const masker = evidenceMasker(evidence);
  const { name = '', namespace = '' } = vm?.metadata ?? {};
  const version = kubevirt?.status?.observedKubeVirtVersion;
  return markdownReport({
    title: t('Hook sidecars of VM {{name}} in namespace {{namespace}}', { name, namespace }),
    headings: {
      findings: t('Findings'),
      versions: t('Versions'),
      timeline: t('Timeline'),
      annotation: t('Annotation'),
      scripts: t('Scripts'),
      logs: t('Logs'),
    },
    findings: [...diagnosed.map((finding) => maskFinding(finding, masker)), ...checked]
      .sort(bySeverity)
      .map((finding) => ({
        ...('evidence' in finding ? diagnosisText(t, finding) : findingText(t, finding)),
        severity: severityText(t, finding.severity),
        evidence:
          'evidence' in finding
            ? finding.evidence.map(({ source, time, quote }) => ({
                source: sourceText(t, source),
                time,
                quote,
              }))
            : [],
      })),
    versions: version === undefined ? {} : { KubeVirt: version },
    timeline: entries
      .map(masker)
      .map(
        (entry) =>
          `${timelineTime(entry, (time) => time)} ${timelineText(t, entry)} (${sourceText(t, entry.source)})`,
      ),
    annotation: vm && templateAnnotation(vm),
    scripts: scriptsOf(evidence),
    logs: Object.entries(logs).map(([container, text]) => ({
      container,
      text: maskLogText(text),
    })),
  });
};
