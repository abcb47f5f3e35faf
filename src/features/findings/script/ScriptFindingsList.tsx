import type { ReactElement } from 'react';
import { AlertActionLink, List, ListItem } from '@patternfly/react-core';
import type { Finding } from '../../../sidecars/checks/check';
import { useSidecarTranslation } from '../../../i18n';
import { findingText } from '../findingText';
import { SEVERITY_VARIANTS } from '../severity';
import { InlineAlert } from '../../../components/InlineAlert';

interface ScriptFindingsListProps {
  findings: readonly Finding[];
  onGoTo: (position: { line: number; column: number }) => void;
  /** Undefined where the script cannot be changed now. */
  onFix: ((finding: Finding) => void) | undefined;
}

/** What checks found in the script beside it: where, what, why, and what to do. */
export const ScriptFindingsList = ({
  findings,
  onGoTo,
  onFix,
}: ScriptFindingsListProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  return findings.length === 0 ? null : (
    <List isPlain aria-label={t('Findings in the script')}>
      {findings.map((finding) => {
        const { id, severity, params, place, fix } = finding;
        const { what, why, cure } = findingText(t, finding);
        const position = place.kind === 'script' ? place : { line: 1, column: 1 };
        return (
          <ListItem key={JSON.stringify([id, place, params])}>
            <InlineAlert
              isPlain
              variant={SEVERITY_VARIANTS[severity]}
              title={t('Line {{line}}: {{what}}', { line: position.line, what })}
              data-test={`script-finding-${id}`}
              actionLinks={
                <>
                  <AlertActionLink
                    onClick={() => {
                      onGoTo(position);
                    }}
                  >
                    {t('Go to line {{line}}', { line: position.line })}
                  </AlertActionLink>
                  {fix === undefined || onFix === undefined ? null : (
                    <AlertActionLink
                      onClick={() => {
                        onFix(finding);
                      }}
                    >
                      {t('Fix it')}
                    </AlertActionLink>
                  )}
                </>
              }
            >
              {why} {cure}
            </InlineAlert>
          </ListItem>
        );
      })}
    </List>
  );
};
