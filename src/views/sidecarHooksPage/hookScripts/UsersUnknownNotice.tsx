import type { ReactElement } from 'react';
import type { UnreadUsers } from '../../../data/usePossibleUsers';
import { holderPlural } from '../../../features/holders/holderText';
import { MissingNotice } from '../../../features/lists/MissingNotice';
import { useSidecarTranslation } from '../../../i18n';

/** Says which users of hook scripts are not known, and why. */
export const UsersUnknownNotice = ({ unread }: { unread: readonly UnreadUsers[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <MissingNotice
      title={t('It is not fully known what uses the scripts')}
      className="pf-v6-u-mb-md"
      missing={unread.map(({ kind, error, retry }) => ({
        consequence: t('{{kinds}} could not be read.', { kinds: holderPlural(t, kind) }),
        error,
        retry,
      }))}
    />
  );
};
