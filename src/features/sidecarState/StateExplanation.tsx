import type { ReactElement } from 'react';
import { CodeBlock, CodeBlockCode, List, ListItem, Stack, StackItem } from '@patternfly/react-core';
import type { SidecarStateKind, StateReason, Verification } from '../../sidecars/state/state';
import { visibleText } from '../../sidecars/text/visibleText';
import { useSidecarTranslation } from '../../i18n';
import { reasonText } from './reasonText';
import { stateText } from './stateText';
import { verificationText } from './verificationText';

interface StateExplanationProps {
  kind: SidecarStateKind;
  reasons: readonly StateReason[];
  verification?: Verification | undefined;
  /** False if another text beside it says what to do. */
  hasCure?: boolean;
}

const keyOf = (reason: StateReason): string => JSON.stringify(reason);

/** What a state means, what is known of the scripts' effect, the reasons, the cluster's messages, and what to do. */
export const StateExplanation = ({
  kind,
  reasons,
  verification,
  hasCure = true,
}: StateExplanationProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { meaning, cure } = stateText(t, kind);
  return (
    <Stack hasGutter>
      <StackItem>{meaning}</StackItem>
      {verification === undefined ? null : <StackItem>{verificationText(t, verification).meaning}</StackItem>}
      {reasons.length === 0 ? null : (
        <StackItem>
          <List isPlain aria-label={t('Reasons')}>
            {reasons.map((reason) => (
              <ListItem key={keyOf(reason)}>
                {reasonText(t, reason)}
                {reason.quote === undefined ? null : (
                  <CodeBlock className="pf-v6-u-mt-xs" role="group" aria-label={t('What the cluster said')}>
                    <CodeBlockCode>{visibleText(reason.quote)}</CodeBlockCode>
                  </CodeBlock>
                )}
              </ListItem>
            ))}
          </List>
        </StackItem>
      )}
      {cure === undefined || !hasCure ? null : <StackItem>{cure}</StackItem>}
    </Stack>
  );
};
