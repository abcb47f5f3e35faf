import type { ReactElement } from 'react';
import { useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Button, Flex, Stack, StackItem } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons';
import { InlineAlert } from '../../components/InlineAlert';
import { ChangedMeanwhileAlert } from '../../components/ChangedMeanwhileAlert';
import { useShowMore } from '../../components/useShowMore';
import { failureText } from '../../components/failureText';
import { FormModal } from '../../components/FormModal';
import { isSameInput } from '../../sidecars/text/isSameInput';
import { useSidecarTranslation } from '../../i18n';
import { evaluateExpectations, newBudget } from '../../sidecars/domainXml/evaluate';
import { parseExpectedResults } from '../../sidecars/domainXml/expectedResults';
import type { ParsedDomain } from '../../sidecars/domainXml/parsedDomain';
import { isAnother } from '../../sidecars/objects/isAnother';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { ExpectationFields } from './ExpectationFields';
import {
  emptyRow,
  exampleRow,
  fromRow,
  isBlank,
  rowProblem,
  toRow,
  type ExpectationRow,
} from '../../sidecars/domainXml/expectationRows';
import type { LiveValue } from './liveValue';
import { annotationOf, useSaveExpectations } from './useSaveExpectations';

export interface EditExpectationsOptions {
  configMap: ConfigMap;
  /** The XML that rows are evaluated on while typing. It may load while the form is open. */
  domain: LiveValue<ParsedDomain | undefined>;
  /** Suggests the expected results of the guide's example script. */
  fromExample: boolean;
}

interface EditExpectationsProps {
  options: EditExpectationsOptions;
  closeOverlay: () => void;
}

const startRows = ({ configMap, fromExample }: EditExpectationsOptions): ExpectationRow[] => {
  const expected = parseExpectedResults(annotationOf(configMap));
  const rows = expected.kind === 'parsed' ? expected.expectations.map(toRow) : [];
  if (fromExample) {
    return [...rows, exampleRow()];
  }
  return rows.length === 0 ? [emptyRow()] : rows;
};

/** The form for the expected results of one ConfigMap. Every row is evaluated on the XML while typing. */
export const EditExpectations = ({ options, closeOverlay }: EditExpectationsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const domain = useSyncExternalStore(options.domain.subscribe, options.domain.read);
  const { name } = options.configMap.metadata;
  const { base, previous, unread, save } = useSaveExpectations(options.configMap);
  const [initial] = useState(() => startRows(options));
  const [rows, setRows] = useState(initial);
  const results = useMemo(
    () => domain && evaluateExpectations(domain, rows.map(fromRow), newBudget()),
    [domain, rows],
  );
  const { shown, more } = useShowMore(rows.length);
  const id = useId();
  const add = useRef<HTMLButtonElement>(null);
  const [focused, setFocused] = useState<{ at: number }>();
  useEffect(() => {
    // A row of an unknown kind has no field to focus.
    if (focused !== undefined) {
      (document.getElementById(`${id}-${String(focused.at)}-kind`) ?? add.current)?.focus();
    }
  }, [id, focused]);

  const isMalformed = parseExpectedResults(annotationOf(base)).kind === 'malformed';

  return (
    <FormModal
      title={t('Expected results of {{name}}', { name })}
      description={t(
        'What the domain XML of a VM must contain when this script has worked. Stored as an annotation on the ConfigMap.',
      )}
      submitLabel={t('Save')}
      onSubmit={() => save(rows.map(fromRow))}
      onClose={closeOverlay}
      hasInput={!isSameInput(rows, initial)}
      onChangedMeanwhile={() => {
        // The alert below shows the error.
      }}
      isBlocked={isMalformed || rows.some((row) => rowProblem(row) !== undefined)}
      variant="large"
    >
      <Stack hasGutter>
        {previous === undefined ? null : (
          <StackItem>
            <ChangedMeanwhileAlert
              what={t('expected results of {{name}}', { name })}
              before={annotationOf(previous) ?? ''}
              after={annotationOf(base) ?? ''}
              isAnother={isAnother(previous, base)}
              advice={
                isMalformed
                  ? t('What is there now cannot be read and is not overwritten. Repair the ConfigMap first.')
                  : t('Save again to replace it with what you see below.')
              }
            />
          </StackItem>
        )}
        {unread === undefined ? null : (
          <StackItem>
            <InlineAlert
              variant="danger"
              title={t('Somebody changed the ConfigMap, and it could not be read again')}
            >
              {failureText(t, unread)}
            </InlineAlert>
          </StackItem>
        )}
        {rows.slice(0, shown).map((row, index) => (
          <StackItem key={index}>
            <ExpectationFields
              id={`${id}-${String(index)}`}
              number={index + 1}
              row={row}
              result={results?.[index]}
              onChange={(changed) => {
                setRows(rows.with(index, { ...row, ...changed }));
              }}
              onRemove={() => {
                setRows(rows.toSpliced(index, 1));
                setFocused({ at: Math.min(index, rows.length - 2) });
              }}
            />
          </StackItem>
        ))}
        {rows.length === 0 ? (
          <StackItem>{t('There are no expected results: saving removes the annotation.')}</StackItem>
        ) : null}
        <StackItem>
          {more ?? (
            <Flex columnGap={{ default: 'columnGapSm' }}>
              <Button
                ref={add}
                variant="link"
                icon={<PlusCircleIcon />}
                onClick={() => {
                  setRows([...rows, emptyRow()]);
                  setFocused({ at: rows.length });
                }}
              >
                {t('Add another')}
              </Button>
              <Button
                variant="link"
                onClick={() => {
                  setRows([...rows.filter((row) => !isBlank(row)), exampleRow()]);
                }}
              >
                {t('Add the example of the guide')}
              </Button>
            </Flex>
          )}
        </StackItem>
      </Stack>
    </FormModal>
  );
};
