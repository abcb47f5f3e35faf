import type { ReactElement } from 'react';
import { AlertActionLink, List, ListItem } from '@patternfly/react-core';
import { failureText } from '../../../components/failureText';
import { InlineAlert } from '../../../components/InlineAlert';
import type { UnreadUsers } from '../../../data/usePossibleUsers';
import { holderPlural } from '../../../features/holders/holderText';
import { useSidecarTranslation } from '../../../i18n';

/** Says which users of hook scripts are not known, and why. */
export const UsersUnknownNotice = ({ unread }: { unread: readonly UnreadUsers[] }): ReactElement | null => {
  const { t } = useSidecarTranslation();
  return unread.length === 0 ? null : (
    <InlineAlert
      variant="warning"
      className="pf-v6-u-mb-md"
      title={t('It is not fully known what uses the scripts')}
      actionLinks={
        unread.every(({ retry }) => retry === undefined) ? undefined : (
          <AlertActionLink
            onClick={() => {
              unread.forEach(({ retry }) => retry?.());
            }}
          >
            {t('Try again')}
          </AlertActionLink>
        )
      }
    >
      <List>
        {unread.map(({ kind, error }) => (
          <ListItem key={kind}>
            {t('{{kinds}} could not be read.', { kinds: holderPlural(t, kind) })} {failureText(t, error)}
          </ListItem>
        ))}
      </List>
    </InlineAlert>
  );
};
