import type { ReactElement } from 'react';
import { CodeBlock, CodeBlockCode, Icon, List, ListItem, Stack, StackItem } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationCircleIcon, MinusCircleIcon } from '@patternfly/react-icons';
import type { TFunction } from 'i18next';
import { InlineAlert } from '../../../components/InlineAlert';
import { visibleText, visibleValue } from '../../../sidecars/text/visibleText';
import { useSidecarTranslation } from '../../../i18n';
import type { GuestSmbios, SmbiosComparison } from '../../../sidecars/guest/smbios';
import type { GuestProblem } from './checkGuest';
import { guestProblemText } from './guestProblemText';

const Problem = ({ problem }: { problem: GuestProblem }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { variant, title, why } = guestProblemText(t, problem);
  return (
    <InlineAlert isLiveRegion variant={variant} title={title} data-test={`guest-${problem.kind}`}>
      <Stack hasGutter>
        <StackItem>{why}</StackItem>
        {problem.said === '' ? null : (
          <StackItem>
            <CodeBlock>
              <CodeBlockCode>{visibleText(problem.said)}</CodeBlockCode>
            </CodeBlock>
          </StackItem>
        )}
      </Stack>
    </InlineAlert>
  );
};

const iconOf = ({ pass, seen }: SmbiosComparison): ReactElement => {
  if (seen === undefined) {
    return (
      <Icon>
        <MinusCircleIcon />
      </Icon>
    );
  }
  return pass ? (
    <Icon status="success">
      <CheckCircleIcon />
    </Icon>
  ) : (
    <Icon status="danger">
      <ExclamationCircleIcon />
    </Icon>
  );
};

const outcomeOf = (t: TFunction, { pass, seen }: SmbiosComparison): string => {
  if (seen === undefined) {
    return t('Not visible in the guest');
  }
  return pass ? t('The guest sees the same') : t('The guest sees “{{seen}}”', { seen: visibleValue(seen) });
};

interface GuestResultProps {
  answer: { kind: 'read'; values: GuestSmbios } | { kind: 'problem'; problem: GuestProblem };
  /** Comparisons with the live XML; empty without XML, or if the guest can see none of its entries. */
  comparisons: readonly SmbiosComparison[];
}

/** What the guest sees of the domain XML, or why the agent could not answer. */
export const GuestResult = ({ answer, comparisons }: GuestResultProps): ReactElement => {
  const { t } = useSidecarTranslation();
  if (answer.kind === 'problem') {
    return <Problem problem={answer.problem} />;
  }
  const vendor = answer.values.get('board_vendor');
  if (comparisons.length === 0) {
    return (
      <InlineAlert
        isLiveRegion
        variant="info"
        title={
          vendor === undefined
            ? t('The guest shows no manufacturer of its baseboard')
            : t('For the guest, the manufacturer of the baseboard is “{{vendor}}”', {
                vendor: visibleValue(vendor),
              })
        }
      >
        {t('There is no live domain XML to compare with.')}
      </InlineAlert>
    );
  }
  const others = comparisons.filter(({ pass, seen }) => seen !== undefined && !pass);
  return (
    <Stack hasGutter data-test="guest-result">
      <StackItem>
        <InlineAlert
          isLiveRegion
          variant={others.length === 0 ? 'success' : 'danger'}
          title={
            others.length === 0
              ? t('The guest sees what the domain XML says')
              : t('The guest sees other values than the domain XML')
          }
        />
      </StackItem>
      <StackItem>
        <List isPlain aria-label={t('SMBIOS values')}>
          {comparisons.map((comparison) => (
            <ListItem key={`${comparison.section}/${comparison.entry}`} icon={iconOf(comparison)}>
              <div className="ksp-breakable">
                {t('{{section}} {{entry}}: {{expected}}', {
                  section: visibleValue(comparison.section),
                  entry: visibleValue(comparison.entry),
                  expected: visibleValue(comparison.expected),
                })}
              </div>
              <div className="pf-v6-u-font-size-sm pf-v6-u-text-color-subtle ksp-breakable">
                {outcomeOf(t, comparison)}
              </div>
            </ListItem>
          ))}
        </List>
      </StackItem>
    </Stack>
  );
};
