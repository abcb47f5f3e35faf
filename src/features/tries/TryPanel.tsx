import type { ReactElement } from 'react';
import { Button, Flex, Form, Stack, StackItem } from '@patternfly/react-core';
import { FailureAlert } from '../../components/FailureAlert';
import { GuardedButton } from '../../components/GuardedButton';
import { InlineAlert } from '../../components/InlineAlert';
import { useGate } from '../../data/useGate';
import { useSidecarTranslation } from '../../i18n';
import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import type { Expectation } from '../../sidecars/domainXml/expectedResults';
import { accessReason } from '../access/accessReason';
import { ChosenInputNote } from './inputs/ChosenInputNote';
import { TryInputFields } from './inputs/TryInputFields';
import { useChosenInput } from './inputs/useChosenInput';
import { noteText } from './noteText';
import { CallsResult } from './result/CallsResult';
import { TryFailure } from './TryFailure';
import { TryProgressLine } from './TryProgressLine';
import { useMayTry } from './useMayTry';
import { useTry } from './useTry';

interface TryPanelProps {
  namespace: string;
  /** As in the editor, saved or not. */
  script: { hookPoint: HookPoint; text: string };
  expectations: readonly Expectation[];
  /** The VM that the script is for. */
  vmName?: string | undefined;
}

/** Runs the script in a pod as KubeVirt would, and shows what it did. */
export const TryPanel = ({ namespace, script, expectations, vmName }: TryPanelProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { hookPoint, text } = script;
  const { choice, input, choose } = useChosenInput(namespace, hookPoint, vmName);
  const mayTry = useMayTry(namespace);
  const { status: gate } = useGate();
  const current = useTry(namespace, gate?.version);
  const chosen = input.status === 'loaded' ? input.data : undefined;
  const args = chosen?.kind === 'found' || chosen?.kind === 'text' ? chosen.input : undefined;
  const reason =
    accessReason(t, mayTry, t('You may not create pods and run commands in them here.')) ??
    (input.status === 'loading'
      ? t('The input is being read.')
      : args === undefined
        ? t('Choose an input first.')
        : undefined);

  return (
    <Stack hasGutter>
      <StackItem>
        {t(
          'Runs the script as it is in the editor in a small pod of this namespace, with the arguments and the image of KubeVirt. No VM is touched.',
        )}
      </StackItem>
      {mayTry === 'denied' ? (
        <StackItem>
          <InlineAlert
            variant="info"
            title={t('You may not try scripts in namespace {{namespace}}', { namespace })}
          >
            {t(
              'It needs the right to create pods and pods/exec. Users with the role edit of the namespace have it, and an administrator of the namespace can give you this role.',
            )}
          </InlineAlert>
        </StackItem>
      ) : null}
      <StackItem>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <TryInputFields namespace={namespace} hookPoint={hookPoint} choice={choice} onChange={choose} />
          {chosen === undefined ? null : <ChosenInputNote chosen={chosen} />}
          {input.status === 'failed' ? (
            <FailureAlert error={input.error} title={t('The input could not be read')} />
          ) : null}
        </Form>
      </StackItem>
      <StackItem>
        <Flex gap={{ default: 'gapMd' }}>
          <GuardedButton
            variant="primary"
            reason={current.progress === undefined ? reason : t('A try is running.')}
            onClick={() => {
              if (args !== undefined) {
                current.start({ script: text, hookPoint, ...args });
              }
            }}
          >
            {t('Try it')}
          </GuardedButton>
          {current.progress === undefined ? null : (
            <Button variant="secondary" onClick={current.stop}>
              {t('Stop')}
            </Button>
          )}
        </Flex>
      </StackItem>
      {current.progress === undefined || current.progress.step === 'calling' ? null : (
        <StackItem>
          <TryProgressLine progress={current.progress} />
        </StackItem>
      )}
      {current.failure === undefined ? null : (
        <StackItem>
          <TryFailure error={current.failure} />
        </StackItem>
      )}
      {current.calls.length > 0 && current.text !== text ? (
        <StackItem>
          <InlineAlert variant="info" title={t('The script has changed since this try.')} />
        </StackItem>
      ) : null}
      {current.calls.length === 0 && current.progress?.step !== 'calling' ? null : (
        <StackItem>
          <CallsResult
            calls={current.calls}
            expectations={expectations}
            kubevirtVersion={gate?.version}
            isRunning={current.progress !== undefined}
            runningCall={current.progress?.step === 'calling' ? current.progress.call : undefined}
            note={noteText(t, hookPoint, current.image)}
          />
        </StackItem>
      )}
    </Stack>
  );
};
