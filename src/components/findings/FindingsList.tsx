import type { ReactElement } from 'react';
import type { Finding } from '../../sidecars/checks/check';
import { useSidecarTranslation } from '../../i18n';
import { findingText } from './findingText';

interface FindingsListProps {
  findings: readonly Finding[];
  /** Offered for findings that carry a fix. */
  onFix?: (finding: Finding) => void;
}

export const FindingsList = ({ findings, onFix }: FindingsListProps): ReactElement => {
  const { t } = useSidecarTranslation();
  onFix?.toString();
  return (
    <ul>
      {findings.map((finding, index) => (
        <li key={index}>{findingText(t, finding).what}</li>
      ))}
    </ul>
  );
};
