import type { ReactElement } from 'react';
import { memo, useMemo } from 'react';
import { Card, CardBody, CardHeader, CardTitle, Content, Stack, StackItem } from '@patternfly/react-core';
import { GuardedButton } from '../../../components/GuardedButton';
import { VerificationLabel } from '../../../features/sidecarState/VerificationLabel';
import { useSidecarTranslation } from '../../../i18n';
import { compareSmbios } from '../../../sidecars/guest/smbios';
import type { ParsedDomain } from '../../../sidecars/domainXml/parsedDomain';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import type { Verification } from '../../../sidecars/state/state';
import type { ReadPlan } from '../../../data/domainXml/readPlan';
import { GuestResult } from './GuestResult';
import { LogIn } from './LogIn';
import { useGuestCheck } from './useGuestCheck';

interface GuestCardProps {
  vm: VirtualMachine;
  plan: ReadPlan;
  /** The running domain; undefined if it has not been read. */
  live: ParsedDomain | undefined;
}

/** Validation inside the guest: by the guest agent, or by hand. */
export const GuestCard = memo(({ vm, plan, live }: GuestCardProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name, namespace = '' } = vm.metadata;
  const { pod, podUid } = plan.kind === 'read' ? plan : {};
  const target = useMemo(
    () => (pod === undefined || podUid === undefined ? undefined : { namespace, vmName: name, pod, podUid }),
    [namespace, name, pod, podUid],
  );
  const { answer, isRunning, run } = useGuestCheck(target);
  const values = answer?.kind === 'read' ? answer.values : undefined;
  const comparisons = useMemo(
    () => (values === undefined || live === undefined ? [] : compareSmbios(live, values)),
    [values, live],
  );
  const visible = comparisons.filter(({ seen }) => seen !== undefined);
  const verification: Verification =
    visible.length === 0 ? 'notChecked' : visible.every(({ pass }) => pass) ? 'verified' : 'mismatch';
  const mayNotExec = plan.kind === 'stop' && plan.problem.kind === 'mayNotExec';
  const reason = mayNotExec
    ? t('You may not run commands in pods of this namespace.')
    : target === undefined
      ? t('The VM has no running pod to ask its guest from.')
      : undefined;

  return (
    <Card isFullHeight aria-label={t('Inside the guest')} component="section" data-test="inside-guest">
      <CardHeader actions={{ actions: <VerificationLabel verification={verification} />, hasNoOffset: true }}>
        <CardTitle component="h3">{t('Inside the guest')}</CardTitle>
      </CardHeader>
      <CardBody>
        <Stack hasGutter>
          <StackItem>
            <Content component="p">
              {t('The guest sees what a hook changed in SMBIOS. Read it with the QEMU guest agent:')}
            </Content>
          </StackItem>
          <StackItem>
            <GuardedButton
              variant="secondary"
              reason={reason}
              isLoading={isRunning}
              spinnerAriaLabel={t('Checking the guest')}
              onClick={run}
            >
              {t('Check inside the guest')}
            </GuardedButton>
          </StackItem>
          {answer === undefined ? null : (
            <StackItem>
              <GuestResult answer={answer} comparisons={comparisons} />
            </StackItem>
          )}
          <StackItem>
            <LogIn namespace={namespace} name={name} />
          </StackItem>
        </Stack>
      </CardBody>
    </Card>
  );
});
