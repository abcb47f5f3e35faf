import type { ReactElement } from 'react';
import { List, ListItem } from '@patternfly/react-core';
import { useShowMore } from '../../components/useShowMore';
import type { Finding } from '../../sidecars/checks/check';
import { useSidecarTranslation } from '../../i18n';
import { FindingAlert } from './FindingAlert';

interface FindingsListProps {
  findings: readonly Finding[];
  /** Offered for findings that carry a fix. */
  onFix?: (finding: Finding) => void;
}

const keyOf = ({ id, place, params }: Finding): string => JSON.stringify([id, place, params]);

/** What the checks found: what is the case, why it matters, and what to do. Nothing at all when all is well. */
export const FindingsList = ({ findings, onFix }: FindingsListProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const { shown, more } = useShowMore(findings.length);
  return findings.length === 0 ? null : (
    <>
      <List isPlain aria-label={t('Findings')}>
        {findings.slice(0, shown).map((finding) => (
          <ListItem key={keyOf(finding)}>
            <FindingAlert finding={finding} onFix={onFix} />
          </ListItem>
        ))}
      </List>
      {more}
    </>
  );
};
