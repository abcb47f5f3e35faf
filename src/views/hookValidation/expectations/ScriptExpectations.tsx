import type { ReactElement } from 'react';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import {
  CodeBlock,
  CodeBlockCode,
  Content,
  Flex,
  FlexItem,
  Label,
  List,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { SidecarStateLabel } from '../../../features/sidecarState/SidecarStateLabel';
import { useShowMore } from '../../../components/useShowMore';
import { GuardedButton } from '../../../components/GuardedButton';
import type { SingleSidecarState } from '../../../sidecars/state/state';
import { visibleValue } from '../../../sidecars/text/visibleText';
import { useSidecarTranslation } from '../../../i18n';
import { ConfigMapModel, groupVersionKind } from '../../../k8s/models';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { MalformedResults } from '../../../features/expectations/MalformedResults';
import { ResultItem } from '../../../features/expectations/ResultItem';
import { prefetchEditExpectations } from '../../../features/expectations/useEditExpectations';
import type { ScriptVerification } from '../../../sidecars/domainXml/verification';

interface ScriptExpectationsProps {
  verification: ScriptVerification;
  /** The state of its sidecar, the worst if there are several; undefined if it is detached. */
  state: SingleSidecarState | undefined;
  namespace: string;
  /** Why the user may not edit; undefined if they may. */
  reason: string | undefined;
  /** Whether the results are being computed. */
  isChecking: boolean;
  onEdit: (configMap: ConfigMap, fromExample: boolean) => void;
  onShowLines: ((lines: readonly number[]) => void) | undefined;
}

const PresenceLabel = ({
  presence,
  state,
}: {
  presence: ScriptVerification['script']['presence'];
  state: SingleSidecarState | undefined;
}): ReactElement | null => {
  const { t } = useSidecarTranslation();
  switch (presence) {
    case 'running':
      return null;
    case 'atNextStart':
      return state === undefined ? null : <SidecarStateLabel state={state} />;
    case 'untilRestart':
      return (
        <Label isCompact color="orange">
          {t('Detached, runs until restart')}
        </Label>
      );
  }
};

export const ScriptExpectations = ({
  verification,
  state,
  namespace,
  reason,
  isChecking,
  onEdit,
  onShowLines,
}: ScriptExpectationsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { script, configMap, expected, results } = verification;
  const expectations = expected.kind === 'parsed' ? expected.expectations : [];
  const { shown, more } = useShowMore(expectations.length);

  return (
    <Stack
      hasGutter
      component="section"
      aria-label={t('Expected results of {{name}}', { name: script.configMap })}
    >
      <StackItem>
        <Flex columnGap={{ default: 'columnGapSm' }}>
          <FlexItem>
            <ResourceLink
              groupVersionKind={groupVersionKind(ConfigMapModel)}
              name={script.configMap}
              namespace={namespace}
              inline
            />
          </FlexItem>
          <PresenceLabel presence={script.presence} state={state} />
          {configMap === undefined || expected.kind === 'malformed' || expectations.length === 0 ? null : (
            <FlexItem align={{ default: 'alignRight' }}>
              <GuardedButton
                variant="link"
                isInline
                reason={reason}
                onIntent={prefetchEditExpectations}
                aria-label={t('Edit the expected results of {{name}}', { name: script.configMap })}
                onClick={() => {
                  onEdit(configMap, false);
                }}
              >
                {t('Edit')}
              </GuardedButton>
            </FlexItem>
          )}
        </Flex>
      </StackItem>
      {configMap === undefined ? (
        <StackItem>{t('The ConfigMap is not there, or you may not read it.')}</StackItem>
      ) : null}
      {expected.kind === 'malformed' ? (
        <StackItem>
          <MalformedResults expected={expected}>
            <CodeBlock>
              <CodeBlockCode>{visibleValue(expected.text)}</CodeBlockCode>
            </CodeBlock>
          </MalformedResults>
        </StackItem>
      ) : null}
      {expectations.length > 0 ? (
        <StackItem>
          <List isPlain>
            {expectations.slice(0, shown).map((expectation, index) => (
              <ResultItem
                key={index}
                expectation={expectation}
                result={results?.[index]}
                isChecking={isChecking}
                isPending={script.presence === 'atNextStart'}
                onShowLines={onShowLines}
              />
            ))}
          </List>
          {more}
        </StackItem>
      ) : null}
      {configMap !== undefined && expected.kind !== 'malformed' && expectations.length === 0 ? (
        <StackItem>
          <Content component="p">
            {t(
              'There are no expected results yet. Describe what the domain XML must contain when this script has worked. They are stored with the ConfigMap.',
            )}
          </Content>
          <Flex columnGap={{ default: 'columnGapSm' }}>
            <GuardedButton
              variant="secondary"
              size="sm"
              reason={reason}
              onIntent={prefetchEditExpectations}
              onClick={() => {
                onEdit(configMap, false);
              }}
            >
              {t('Add expected results')}
            </GuardedButton>
            <GuardedButton
              variant="link"
              size="sm"
              reason={reason}
              onIntent={prefetchEditExpectations}
              onClick={() => {
                onEdit(configMap, true);
              }}
            >
              {t('Start from the example of the guide')}
            </GuardedButton>
          </Flex>
        </StackItem>
      ) : null}
    </Stack>
  );
};
