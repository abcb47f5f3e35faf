import type { ReactElement } from 'react';
import {
  Button,
  Flex,
  FlexItem,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  Grid,
  GridItem,
  HelperText,
  HelperTextItem,
  List,
  TextInput,
} from '@patternfly/react-core';
import { TrashIcon } from '@patternfly/react-icons';
import type { TFunction } from 'i18next';
import { useSidecarTranslation } from '../../i18n';
import type { ExpectationResult } from '../../sidecars/domainXml/evaluate';
import {
  fromRow,
  rowProblem,
  type EditableKind,
  type ExpectationRow,
  type RowProblem,
} from '../../sidecars/domainXml/expectationRows';
import { ResultItem } from './ResultItem';

interface ExpectationFieldsProps {
  /** The prefix of its elements' ids: the choice of the kind, if any, is `<id>-kind`. */
  id: string;
  /** Starts at 1. */
  number: number;
  row: ExpectationRow;
  /** Undefined without XML. */
  result: ExpectationResult | undefined;
  onChange: (changed: Partial<ExpectationRow>) => void;
  onRemove: () => void;
}

const problemText = (t: TFunction, problem: RowProblem): string => {
  switch (problem) {
    case 'emptyText':
      return t('Enter the text to look for, exactly as virsh prints it.');
    case 'emptyXPath':
      return t('Enter an XPath.');
    case 'badXPath':
      return t('This is no valid XPath.');
  }
};

/** The fields of one expectation, with its current result. */
export const ExpectationFields = ({
  id,
  number,
  row,
  result,
  onChange,
  onRemove,
}: ExpectationFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const problem = rowProblem(row);
  const expectation = fromRow(row);

  const textField = (name: 'text' | 'xpath' | 'value', label: string, isInvalid: boolean): ReactElement => (
    <FormGroup label={label} fieldId={`${id}-${name}`}>
      <TextInput
        id={`${id}-${name}`}
        value={row[name]}
        onChange={(_event, value) => {
          onChange({ [name]: value });
        }}
        validated={isInvalid ? 'error' : 'default'}
        aria-describedby={`${id}-says`}
        spellCheck={false}
        autoComplete="off"
      />
    </FormGroup>
  );

  return (
    <div role="group" aria-label={t('Expected result {{number}}', { number })}>
      <Flex alignItems={{ default: 'alignItemsFlexEnd' }} flexWrap={{ default: 'nowrap' }}>
        <FlexItem grow={{ default: 'grow' }}>
          {row.kind === 'unknown' ? (
            <List isPlain>
              <ResultItem expectation={expectation} result={result} onShowLines={undefined} />
            </List>
          ) : (
            <Grid hasGutter>
              <GridItem span={12} md={3}>
                <FormGroup label={t('Check')} fieldId={`${id}-kind`}>
                  <FormSelect
                    id={`${id}-kind`}
                    value={row.kind}
                    onChange={(_event, kind) => {
                      onChange({ kind: kind as EditableKind });
                    }}
                  >
                    <FormSelectOption value="text" label={t('Contains text')} />
                    <FormSelectOption value="xpathEquals" label={t('XPath equals')} />
                    <FormSelectOption value="xpathExists" label={t('XPath exists')} />
                  </FormSelect>
                </FormGroup>
              </GridItem>
              {row.kind === 'text' ? (
                <GridItem span={12} md={9}>
                  {textField('text', t('Text'), problem !== undefined && row.text !== '')}
                </GridItem>
              ) : (
                <GridItem span={12} md={row.kind === 'xpathEquals' ? 6 : 9}>
                  {textField('xpath', t('XPath'), problem === 'badXPath')}
                </GridItem>
              )}
              {row.kind === 'xpathEquals' ? (
                <GridItem span={12} md={3}>
                  {textField('value', t('Value'), false)}
                </GridItem>
              ) : null}
            </Grid>
          )}
        </FlexItem>
        <FlexItem>
          <Button
            variant="plain"
            icon={<TrashIcon />}
            aria-label={t('Remove expected result {{number}}', { number })}
            onClick={onRemove}
          />
        </FlexItem>
      </Flex>
      <div id={`${id}-says`} aria-live="polite" className="pf-v6-u-mt-sm">
        {problem === undefined && row.kind !== 'unknown' ? (
          <List isPlain>
            <ResultItem expectation={expectation} result={result} onShowLines={undefined} isBrief />
          </List>
        ) : null}
        {problem === undefined ? null : (
          <FormHelperText>
            <HelperText>
              <HelperTextItem variant={problem === 'badXPath' ? 'error' : 'indeterminate'}>
                {problemText(t, problem)}
              </HelperTextItem>
            </HelperText>
          </FormHelperText>
        )}
      </div>
    </div>
  );
};
