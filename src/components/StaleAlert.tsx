import type { ReactElement } from 'react';
import { InlineAlert } from './InlineAlert';
import { useSidecarTranslation } from '../i18n';

/** Says since when what is shown may lack changes. `since` is in milliseconds. */
export const StaleAlert = ({ since }: { since: number }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <InlineAlert
      variant="warning"
      className="pf-v6-u-mb-md"
      title={t('Not up to date since {{time}}. The connection is being restored.', {
        time: new Date(since).toLocaleTimeString(),
      })}
    />
  );
};
