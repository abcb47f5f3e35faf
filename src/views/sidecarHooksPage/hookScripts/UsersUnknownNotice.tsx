import type { ReactElement } from 'react';
import { AlertActionLink } from '@patternfly/react-core';
import { failureText } from '../../../components/failureText';
import { InlineAlert } from '../../../components/InlineAlert';
import type { Failed } from '../../../loadable';
import { useSidecarTranslation } from '../../../i18n';

/** Says why the users of hook scripts are not known. */
export const UsersUnknownNotice = ({ failure: { error, retry } }: { failure: Failed }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <InlineAlert
      variant="warning"
      className="pf-v6-u-mb-md"
      title={t('It is not known which VMs use the scripts: VMs could not be read')}
      actionLinks={
        retry === undefined ? undefined : <AlertActionLink onClick={retry}>{t('Try again')}</AlertActionLink>
      }
    >
      {failureText(t, error)}
    </InlineAlert>
  );
};
