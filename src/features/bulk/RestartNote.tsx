import type { ReactElement } from 'react';
import { Content } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';

/** What a restart of many VMs means. */
export const RestartNote = (): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Content component="p">
      {t(
        'The guests are asked to shut down, at most five at once, and are turned off if that takes too long. Then the VMs start again, with the hook scripts that are attached now. VMs that do not run are left out.',
      )}
    </Content>
  );
};
