import type { ReactElement } from 'react';
import { List, ListItem } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { userText } from '../../../features/holders/userText';
import { useSidecarTranslation } from '../../../i18n';
import { isOnlyPossible, type ScriptUser } from '../../../sidecars/scripts/scriptUser';

const UserList = ({ users }: { users: readonly ScriptUser[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <List isPlain>
      {users.map(({ object, running }) => (
        <ListItem key={`${object.kind} ${object.metadata.name}`}>
          {running === true ? t('{{name}} (running)', { name: userText(t, object) }) : userText(t, object)}
        </ListItem>
      ))}
    </List>
  );
};

/** What would not start without a ConfigMap. */
export const UsersAlerts = ({ users }: { users: readonly ScriptUser[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  const vms = users.filter(({ running }) => running !== undefined);
  const makers = users.filter((user) => user.running === undefined && !isOnlyPossible(user));
  const templates = users.filter(isOnlyPossible);
  return (
    <>
      {vms.length === 0 ? null : (
        <InlineAlert variant="danger" title={t('These VMs use it and will not start without it')}>
          <UserList users={vms} />
          <p className="pf-v6-u-mt-sm">
            {t(
              'Running VMs keep running. To keep the VMs startable, first detach the script from them, and remove volumes of this ConfigMap.',
            )}
          </p>
        </InlineAlert>
      )}
      {makers.length === 0 ? null : (
        <InlineAlert variant="danger" title={t('What is made from these will not start without it')}>
          <UserList users={makers} />
        </InlineAlert>
      )}
      {templates.length === 0 ? null : (
        <InlineAlert variant="warning" title={t('VMs made from these templates may need it')}>
          <UserList users={templates} />
          <p className="pf-v6-u-mt-sm">{t('They need it if they are created in this namespace.')}</p>
        </InlineAlert>
      )}
    </>
  );
};
