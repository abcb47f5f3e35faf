import type { ReactElement } from 'react';
import { useMemo } from 'react';
import {
  Flex,
  FlexItem,
  HelperText,
  HelperTextItem,
  Spinner,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { useSidecarTranslation } from '../../../i18n';
import type { Expectation } from '../../../sidecars/domainXml/expectedResults';
import { isAtLeast } from '../../../sidecars/featureGate/kubevirtVersion';
import { adviceOn } from '../../../sidecars/tries/adviceOn';
import type { HookCall } from '../../../sidecars/tries/hookCall';
import { replyOfKubeVirt } from '../../../sidecars/tries/replyOfKubeVirt';
import { verdictOf } from '../../../sidecars/tries/verdictOf';
import { CallSection } from './CallSection';
import { JudgedExpectations } from './JudgedExpectations';
import { verdictText } from './verdictText';

interface CallsResultProps {
  /** In their order. */
  calls: readonly HookCall[];
  expectations: readonly Expectation[];
  kubevirtVersion: string | undefined;
  /** Whether more calls may follow. Until then there is no verdict. */
  isRunning?: boolean;
  /** The call that runs, where that is known. */
  runningCall?: number | undefined;
  /** What these calls do not prove. */
  note?: string | undefined;
}

/** What the calls of a script did: a verdict, and each call with its difference and advice. */
export const CallsResult = ({
  calls,
  expectations,
  kubevirtVersion,
  isRunning = false,
  runningCall,
  note,
}: CallsResultProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const verdict = useMemo(
    () => (isRunning ? undefined : verdictOf(calls, kubevirtVersion)),
    [calls, isRunning, kubevirtVersion],
  );
  const advice = useMemo(() => adviceOn(calls, kubevirtVersion), [calls, kubevirtVersion]);
  const last = calls.at(-1);
  const text = verdict && last && verdictText(t, verdict, last.hookPoint);
  const hasResult =
    last?.hookPoint === 'onDefineDomain' &&
    last.isComplete &&
    last.ending.kind === 'exited' &&
    replyOfKubeVirt(last, kubevirtVersion) === undefined;

  return (
    <Stack hasGutter aria-busy={isRunning}>
      {text === undefined ? null : (
        <StackItem>
          <InlineAlert isLiveRegion variant={text.variant} title={text.title}>
            {text.body}
          </InlineAlert>
        </StackItem>
      )}
      {calls.map((call, index) => (
        <StackItem key={call.call}>
          <CallSection
            call={call}
            advice={advice.filter((one) => one.call === call.call)}
            kubevirtVersion={kubevirtVersion}
            isExpandedAtFirst={index === 0 || replyOfKubeVirt(call, kubevirtVersion) !== undefined}
          />
        </StackItem>
      ))}
      {runningCall !== undefined ? (
        <StackItem>
          <Flex role="status" alignItems={{ default: 'alignItemsCenter' }} gap={{ default: 'gapSm' }}>
            <Spinner size="md" aria-hidden="true" />
            <FlexItem>{t('Call {{call}} of the script runs…', { call: runningCall })}</FlexItem>
          </Flex>
        </StackItem>
      ) : isRunning ? (
        <StackItem>{t('More calls may follow.')}</StackItem>
      ) : null}
      {isRunning || !hasResult || expectations.length === 0 ? null : (
        <StackItem>
          <JudgedExpectations expectations={expectations} output={last.output} />
        </StackItem>
      )}
      {calls.some(({ stderr }) => stderr !== '') && isAtLeast(kubevirtVersion, 1, 3) === false ? (
        <StackItem>
          {t('KubeVirt before 1.3 does not log standard error: after a start of the VM it cannot be read.')}
        </StackItem>
      ) : null}
      {note === undefined || calls.length === 0 ? null : (
        <StackItem>
          <HelperText>
            <HelperTextItem>{note}</HelperTextItem>
          </HelperText>
        </StackItem>
      )}
    </Stack>
  );
};
