import type { ReactElement } from 'react';
import { Button, Flex, FlexItem, Icon, ListItem } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  MinusCircleIcon,
  QuestionCircleIcon,
} from '@patternfly/react-icons';
import { useSidecarTranslation } from '../../i18n';
import type { ExpectationResult } from '../../sidecars/domainXml/evaluate';
import type { Expectation } from '../../sidecars/domainXml/expectedResults';
import { expectationText, resultText } from './expectationText';

interface ResultItemProps {
  expectation: Expectation;
  /** Undefined without XML to compare with. */
  result: ExpectationResult | undefined;
  /** Whether the result is being computed. */
  isChecking?: boolean;
  /** The script has not run yet, so a missing result is no failure. */
  isPending?: boolean;
  /** Shows lines in the XML; undefined if the XML is not shown. */
  onShowLines: ((lines: readonly number[]) => void) | undefined;
  /** Omits the expectation itself, if the form beside it shows it. */
  isBrief?: boolean;
}

type Outcome = 'pass' | 'fail' | 'unclear' | 'open';

const outcomeOf = (result: ExpectationResult | undefined, isPending: boolean): Outcome => {
  if (result === undefined) {
    return 'open';
  }
  if (result.pass) {
    return 'pass';
  }
  if (result.error !== undefined) {
    return 'unclear';
  }
  return isPending ? 'open' : 'fail';
};

const ICONS = {
  pass: (
    <Icon status="success">
      <CheckCircleIcon />
    </Icon>
  ),
  fail: (
    <Icon status="danger">
      <ExclamationCircleIcon />
    </Icon>
  ),
  unclear: (
    <Icon status="warning">
      <QuestionCircleIcon />
    </Icon>
  ),
  open: (
    <Icon>
      <MinusCircleIcon />
    </Icon>
  ),
};

/** Groups consecutive lines into ranges: [3, 4, 5, 9] becomes 3–5 and 9. */
const rangesOf = (lines: readonly number[]): number[][] => {
  const ranges: number[][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last?.at(-1) === line - 1) {
      last.push(line);
    } else {
      ranges.push([line]);
    }
  }
  return ranges;
};

const RANGES_SHOWN = 5;

/** One expectation with its result and its position in the XML. */
export const ResultItem = ({
  expectation,
  result,
  isChecking = false,
  isPending = false,
  onShowLines,
  isBrief = false,
}: ResultItemProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const outcome = outcomeOf(result, isPending);
  const notYet = isChecking ? t('Checking…') : t('Not checked: there is no XML');
  const ranges = rangesOf(result?.matchedLines ?? []);
  const lineLabel = (range: readonly number[]): string =>
    range.length === 1
      ? t('Line {{line}}', { line: range[0] })
      : t('Lines {{first}}–{{last}}', { first: range[0], last: range.at(-1) });

  return (
    <ListItem icon={ICONS[outcome]} data-test={`expectation-${outcome}`}>
      {isBrief ? null : <div className="ksp-breakable">{expectationText(t, expectation)}</div>}
      <Flex columnGap={{ default: 'columnGapSm' }} rowGap={{ default: 'rowGapNone' }}>
        <FlexItem className="pf-v6-u-font-size-sm pf-v6-u-text-color-subtle">
          {result === undefined
            ? notYet
            : isPending && outcome === 'open'
              ? t('Does not hold yet: the script runs from the next start')
              : resultText(t, result)}
        </FlexItem>
        {ranges.slice(0, RANGES_SHOWN).map((range) => (
          <FlexItem key={range[0]} className="pf-v6-u-font-size-sm">
            {onShowLines === undefined ? (
              lineLabel(range)
            ) : (
              <Button
                variant="link"
                isInline
                onClick={() => {
                  onShowLines(range);
                }}
              >
                {lineLabel(range)}
              </Button>
            )}
          </FlexItem>
        ))}
        {ranges.length > RANGES_SHOWN ? (
          <FlexItem className="pf-v6-u-font-size-sm">
            {t('and {{count}} more', { count: ranges.length - RANGES_SHOWN })}
          </FlexItem>
        ) : null}
      </Flex>
    </ListItem>
  );
};
