import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { InlineAlert } from '../../../components/InlineAlert';
import { useSidecarTranslation } from '../../../i18n';

/** For a list of VMs without any sidecars: says how to begin. */
export const FirstSidecarHint = (): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <InlineAlert
      variant="info"
      title={t('No VM has hook sidecars yet')}
      data-test="no-sidecars-yet"
      actionLinks={<Link to={{ search: '?tab=hook-scripts' }}>{t('Go to hook scripts')}</Link>}
    >
      {t(
        'A hook script changes the libvirt domain XML or the cloud-init data of a VM before it starts. Write one first, or choose Attach hook script in the menu of a VM below and write it there.',
      )}
    </InlineAlert>
  );
};
