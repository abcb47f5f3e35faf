import type { ReactElement } from 'react';
import { CheckboxFilter } from '../../components/CheckboxFilter';
import { findingFilterText, findingTitle } from '../findings/findingTitle';
import { SEVERITIES } from '../../sidecars/checks/check';
import { CONSEQUENCES } from '../../sidecars/checks/consequence';
import type { ListedFindingId } from '../../sidecars/rows/vmFindings';
import { useSidecarTranslation } from '../../i18n';
import type { FindingFilter } from '../../sidecars/rows/findingFilter';

interface FindingsFilterProps {
  chosen: readonly FindingFilter[];
  /** The findings that at least one VM has; only these are offered. */
  present: readonly ListedFindingId[];
  onChange: (chosen: FindingFilter[]) => void;
}

/** Filters by consequence, severity or type of finding. */
export const FindingsFilter = ({ chosen, present, onChange }: FindingsFilterProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const ids = [...present].sort((one, other) => findingTitle(t, one).localeCompare(findingTitle(t, other)));
  return (
    <CheckboxFilter<FindingFilter>
      title={t('Findings')}
      groups={[
        { title: t('At the next start'), values: CONSEQUENCES },
        { title: t('Severity'), values: SEVERITIES },
        ...(ids.length === 0 ? [] : [{ title: t('Finding'), values: ids }]),
      ]}
      label={(filter) => findingFilterText(t, filter)}
      chosen={chosen}
      onChange={onChange}
    />
  );
};
