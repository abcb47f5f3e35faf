import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { List, Stack, StackItem } from '@patternfly/react-core';
import { useShowMore } from '../../../components/useShowMore';
import { useSidecarTranslation } from '../../../i18n';
import { evaluateExpectations, newBudget } from '../../../sidecars/domainXml/evaluate';
import type { Expectation } from '../../../sidecars/domainXml/expectedResults';
import { readDomain } from '../../../sidecars/domainXml/parsedDomain';
import { ResultItem } from '../../expectations/ResultItem';

interface JudgedExpectationsProps {
  expectations: readonly Expectation[];
  /** The result of the last call. */
  output: string;
}

/** The expected results of the script, compared with what it returned. */
export const JudgedExpectations = ({ expectations, output }: JudgedExpectationsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const results = useMemo(
    () => evaluateExpectations(readDomain(output), expectations, newBudget()),
    [expectations, output],
  );
  const { shown, more } = useShowMore(expectations.length);
  return (
    <Stack hasGutter component="section" aria-label={t('Expected results')}>
      <StackItem>{t('Expected results, compared with the result of the last call:')}</StackItem>
      <StackItem>
        <List isPlain>
          {expectations.slice(0, shown).map((expectation, index) => (
            <ResultItem
              key={index}
              expectation={expectation}
              result={results[index]}
              onShowLines={undefined}
            />
          ))}
        </List>
        {more}
      </StackItem>
    </Stack>
  );
};
