import type { ReactElement } from 'react';
import { useState } from 'react';
import { CodeBlock, CodeBlockCode, ExpandableSection, List, ListItem } from '@patternfly/react-core';
import type { Evidence } from '../../../sidecars/diagnosis/diagnosisModel';
import { visibleText } from '../../../sidecars/text/visibleText';
import { useSidecarTranslation } from '../../../i18n';
import { sourceText } from './sourceText';

/** Quotes of the cluster's messages, collapsed. */
export const EvidenceList = ({ evidence }: { evidence: readonly Evidence[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setIsExpanded] = useState(false);
  return (
    <ExpandableSection
      toggleText={t('Evidence ({{number}})', { number: evidence.length })}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => {
        setIsExpanded(expanded);
      }}
      className="pf-v6-u-mt-sm"
    >
      <List isPlain aria-label={t('Evidence')}>
        {evidence.map(({ source, time, quote, whole }) => {
          const place = sourceText(t, source);
          return (
            <ListItem key={`${place} ${time ?? ''} ${quote}`}>
              <div className="pf-v6-u-font-size-sm pf-v6-u-text-color-subtle">
                {time === undefined ? place : `${place}, ${new Date(time).toLocaleString()}`}
              </div>
              {quote === '' ? null : (
                <CodeBlock className="pf-v6-u-mt-xs">
                  <CodeBlockCode>{visibleText(quote)}</CodeBlockCode>
                </CodeBlock>
              )}
              {whole === undefined || whole.trim() === quote ? null : (
                <ExpandableSection toggleText={t('The lines around it')}>
                  <CodeBlock>
                    <CodeBlockCode>{visibleText(whole)}</CodeBlockCode>
                  </CodeBlock>
                </ExpandableSection>
              )}
            </ListItem>
          );
        })}
      </List>
    </ExpandableSection>
  );
};
