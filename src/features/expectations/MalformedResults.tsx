import type { ReactElement, ReactNode } from 'react';
import { Content } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { useSidecarTranslation } from '../../i18n';
import type { ExpectedResults } from '../../sidecars/domainXml/expectedResults';
import { visibleValue } from '../../sidecars/text/visibleText';

interface MalformedResultsProps {
  expected: Extract<ExpectedResults, { kind: 'malformed' }>;
  /** Shown between the place of the error and the cure. */
  children?: ReactNode;
}

/** Says where the annotation with the expected results cannot be read. */
export const MalformedResults = ({ expected, children }: MalformedResultsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { line, column, message } = expected;
  return (
    <InlineAlert variant="warning" title={t('The annotation with the expected results cannot be read')}>
      <Content component="p">
        {t('Line {{line}}, column {{column}}: {{message}}', {
          line,
          column,
          message: message === '' ? t('this is no list') : visibleValue(message),
        })}
      </Content>
      {children}
      <Content component="p">
        {t('It is left as it is. Repair or remove it in the YAML of the ConfigMap.')}
      </Content>
    </InlineAlert>
  );
};
