import type { TFunction } from 'i18next';
import type { FieldNote } from '../../components/fields/FieldHelp';
import type { Finding } from '../../sidecars/checks/check';
import { findingText } from './findingText';

/** Findings as notes below the field that they belong to. */
export const fieldNotes = (t: TFunction, findings: readonly Finding[]): FieldNote[] =>
  findings.map((finding) => {
    const { what, why, cure } = findingText(t, finding);
    return {
      id: JSON.stringify([finding.id, finding.params]),
      severity: finding.severity,
      text: (
        <>
          <strong>{what}.</strong> {why} {cure}
        </>
      ),
      dataTest: `field-finding-${finding.id}`,
    };
  });
