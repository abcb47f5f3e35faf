import type { ReactElement } from 'react';
import { List, ListItem } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { InlineAlert } from '../../components/InlineAlert';
import type { PreparedTrial } from '../../data/trialStart/prepareTrial';
import { useSidecarTranslation } from '../../i18n';

type Reason = Extract<PreparedTrial['planned'], { kind: 'refused' }>['reason'];

const reasonText = (t: TFunction, reason: Reason): string => {
  switch (reason) {
    case 'noSidecars':
      return t('The VM has no hook sidecars.');
    case 'noTemplate':
      return t('The VM has no template, so that it cannot start either.');
    case 'launchSecurity':
      return t(
        'The VM uses confidential computing, for which a copy would need the same special node and its own attestation.',
      );
  }
};

/** Why no copy can be started. */
export const TrialRefused = ({
  prepared: { planned, missing },
}: {
  prepared: PreparedTrial;
}): ReactElement => {
  const { t } = useSidecarTranslation();
  if (planned.kind === 'refused') {
    return (
      <InlineAlert variant="info" title={t('No copy can be started')}>
        {reasonText(t, planned.reason)}
      </InlineAlert>
    );
  }
  return (
    <InlineAlert variant="warning" title={t('You may not start a copy in this namespace')}>
      <p>{t('Who has the role edit or admin in the namespace usually may. You lack these rights:')}</p>
      <List>
        {missing.map((right) => (
          <ListItem key={right}>
            <code>{right}</code>
          </ListItem>
        ))}
      </List>
    </InlineAlert>
  );
};
