import type { ReactElement } from 'react';
import { AlertActionLink, CodeBlock, CodeBlockCode, Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { visibleText } from '../../../sidecars/text/visibleText';
import { useSidecarTranslation } from '../../../i18n';
import type { XmlProblem } from '../../../data/domainXml/xmlProblem';
import { logMayHelp } from '../../../data/domainXml/xmlProblem';
import { xmlProblemText } from './xmlProblemText';

interface XmlProblemAlertProps {
  problem: XmlProblem;
  /** Undefined if a retry cannot help until something changes. */
  onRetry: (() => void) | undefined;
  onReadFromLog: () => void;
}

/** Says why there is no current XML, with the cluster's own message. */
export const XmlProblemAlert = ({ problem, onRetry, onReadFromLog }: XmlProblemAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { variant, title, why, whatToDo, said } = xmlProblemText(t, problem);
  return (
    <InlineAlert
      isLiveRegion
      variant={variant}
      title={title}
      data-test="xml-problem"
      actionLinks={
        <>
          {onRetry === undefined ? null : (
            <AlertActionLink onClick={onRetry}>{t('Try again')}</AlertActionLink>
          )}
          {logMayHelp(problem) ? (
            <AlertActionLink onClick={onReadFromLog}>{t('Show the XML from the log')}</AlertActionLink>
          ) : null}
        </>
      }
    >
      <Stack hasGutter>
        <StackItem>{why}</StackItem>
        {said === '' ? null : (
          <StackItem>
            <CodeBlock>
              <CodeBlockCode>{visibleText(said)}</CodeBlockCode>
            </CodeBlock>
          </StackItem>
        )}
        <StackItem>{whatToDo}</StackItem>
      </Stack>
    </InlineAlert>
  );
};
