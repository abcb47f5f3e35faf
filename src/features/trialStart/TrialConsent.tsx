import type { ReactElement, ReactNode } from 'react';
import { Content, List, ListItem, Stack, StackItem, Title } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { useSidecarTranslation } from '../../i18n';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import { copyNoteText, unrecordedText } from './copyNoteText';

interface TrialConsentProps {
  plan: TrialPlan;
  /** The cluster's KubeVirt writes nothing to the log of a hook. */
  isWithoutLog: boolean;
}

const Part = ({ title, children }: { title: string; children: ReactNode }): ReactElement => (
  <StackItem>
    <Title headingLevel="h3" size="md" className="pf-v6-u-mb-sm">
      {title}
    </Title>
    <List>{children}</List>
  </StackItem>
);

/** What a trial start does, costs and proves, before anything is created. */
export const TrialConsent = ({ plan, isWithoutLog }: TrialConsentProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const unrecorded = plan.hooks.filter((hook) => hook.kind === 'unrecorded');
  return (
    <Stack hasGutter>
      <StackItem>
        <Content component="p">
          {t(
            'KubeVirt starts a copy of the VM, paused, with these hook scripts. You see what each call gets and returns, and what libvirt makes of it. Then the copy is removed. The VM itself and its data are not touched.',
          )}
        </Content>
      </StackItem>
      {isWithoutLog ? (
        <StackItem>
          <InlineAlert variant="warning" title={t('The calls cannot be shown on this cluster')}>
            {t(
              'KubeVirt before 1.3 does not log what scripts write to stderr. You see only what libvirt got.',
            )}
          </InlineAlert>
        </StackItem>
      ) : null}
      {unrecorded.length === 0 ? null : (
        <Part title={t('Hooks that run, but whose calls are not shown')}>
          {unrecorded.map(({ index, name, reason }) => (
            <ListItem key={index} className="pf-v6-u-text-break-word">
              <strong>{name}</strong> {unrecordedText(t, reason)}
            </ListItem>
          ))}
        </Part>
      )}
      <Part title={t('What differs from the VM')}>
        <ListItem>
          {t('Another name and no labels: no Service, policy or budget of the VM applies to the copy.')}
        </ListItem>
        <ListItem>{t('A boot menu, which KubeVirt gives to every machine that starts paused.')}</ListItem>
        {plan.notes.map((note) => (
          <ListItem key={note.code} className="pf-v6-u-text-break-word">
            {copyNoteText(t, note)}
          </ListItem>
        ))}
      </Part>
      <Part title={t('What it costs')}>
        <ListItem>
          {t(
            'A pod for about ten seconds, with the usual overhead of a VM, about 500 MiB of memory in all. Quotas count it.',
          )}
        </ListItem>
        <ListItem>
          {t(
            'The calls are written to the log of the pod, which the cluster may store: the domain XML, and what scripts print. Secrets of cloud-init data are hidden.',
          )}
        </ListItem>
      </Part>
      <Part title={t('What it does not prove')}>
        <ListItem>
          {t('How the guest behaves, whether devices of the host and the real disks work, and migration.')}
        </ListItem>
      </Part>
    </Stack>
  );
};
