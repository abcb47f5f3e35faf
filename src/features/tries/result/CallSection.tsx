import type { ReactElement } from 'react';
import { useState } from 'react';
import { ExpandableSection, Flex, FlexItem, Label, Stack, StackItem } from '@patternfly/react-core';
import { CopyBlock } from '../../../components/CopyBlock';
import { InlineAlert } from '../../../components/InlineAlert';
import { useSidecarTranslation } from '../../../i18n';
import { visibleValue } from '../../../sidecars/text/visibleText';
import type { Advice } from '../../../sidecars/tries/adviceOn';
import { callDiff } from '../../../sidecars/tries/callDiff';
import { isSame } from '../../../sidecars/tries/diff/domainDiff';
import type { HookCall } from '../../../sidecars/tries/hookCall';
import { replyOfKubeVirt } from '../../../sidecars/tries/replyOfKubeVirt';
import { adviceText } from './adviceText';
import { DifferenceView } from './DifferenceView';
import { endingText } from './endingText';

interface CallSectionProps {
  call: HookCall;
  advice: readonly Advice[];
  kubevirtVersion: string | undefined;
  isExpandedAtFirst: boolean;
}

/** One call of the script: how it ended, what it said, what it changed, and what follows from that. */
export const CallSection = ({
  call,
  advice,
  kubevirtVersion,
  isExpandedAtFirst,
}: CallSectionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setExpanded] = useState(isExpandedAtFirst);
  const reply = replyOfKubeVirt(call, kubevirtVersion);
  const endedWell = call.ending.kind === 'exited' && call.ending.code === 0;
  const difference = callDiff(call);
  const number = call.call;
  const hasResult = endedWell && call.isComplete;
  const changed = !hasResult
    ? undefined
    : isSame(difference)
      ? t('No change')
      : difference.changes.length === 0
        ? t('Changed')
        : t('{{count}} change', { count: difference.changes.length });

  const title = t('Call {{call}}', { call: number });

  return (
    <section aria-label={title}>
      <ExpandableSection
        isExpanded={isExpanded}
        onToggle={(_event, expanded) => {
          setExpanded(expanded);
        }}
        toggleContent={
          <Flex component="span" gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
            <FlexItem component="span">{title}</FlexItem>
            <Label isCompact status={reply === undefined ? (endedWell ? 'success' : 'warning') : 'danger'}>
              {endingText(t, call.ending)}
            </Label>
            {changed === undefined ? null : <Label isCompact>{changed}</Label>}
            {call.durationMs === undefined ? null : (
              <FlexItem component="span" className="pf-v6-u-text-color-subtle">
                {t('{{duration}} ms', { duration: Math.round(call.durationMs) })}
              </FlexItem>
            )}
          </Flex>
        }
      >
        {isExpanded ? (
          <Stack hasGutter>
            {call.isComplete ? null : (
              <StackItem>
                <InlineAlert variant="warning" title={t('A part of this record is missing')} />
              </StackItem>
            )}
            {reply === undefined ? null : (
              <StackItem>
                <InlineAlert variant="danger" title={t('What KubeVirt says to this')}>
                  <code className="ksp-breakable">{visibleValue(reply)}</code>
                </InlineAlert>
              </StackItem>
            )}
            {advice.map((one, index) => {
              const { variant, title, body } = adviceText(t, one);
              return (
                <StackItem key={index}>
                  <InlineAlert variant={variant} title={title}>
                    {body}
                  </InlineAlert>
                </StackItem>
              );
            })}
            {call.stderr === '' ? null : (
              <StackItem>
                <CopyBlock label={t('Standard error')} text={call.stderr} />
              </StackItem>
            )}
            {hasResult ? (
              <StackItem>
                <DifferenceView
                  difference={difference}
                  label={t('Difference of call {{call}}', { call: number })}
                />
              </StackItem>
            ) : null}
          </Stack>
        ) : null}
      </ExpandableSection>
    </section>
  );
};
