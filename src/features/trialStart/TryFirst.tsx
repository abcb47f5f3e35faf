import type { ReactElement } from 'react';
import { Button, HelperText, HelperTextItem } from '@patternfly/react-core';
import type { TrialRequest } from '../../data/trialStart/prepareTrial';
import { useSidecarTranslation } from '../../i18n';
import { prefetchTrialStart, useTrialStart } from './useTrialStart';

/** The suggested way before a VM is changed or restarted: the same on a copy of the VM. */
export const TryFirst = ({ request }: { request: TrialRequest }): ReactElement => {
  const { t } = useSidecarTranslation();
  const tryOnCopy = useTrialStart();
  return (
    <div>
      <Button
        variant="link"
        isInline
        onMouseEnter={prefetchTrialStart}
        onFocus={prefetchTrialStart}
        onClick={() => {
          tryOnCopy(request);
        }}
      >
        {t('Try it on a copy first')}
      </Button>
      <HelperText>
        <HelperTextItem>
          {t('It changes nothing. In some ten seconds you see what the scripts do at a start of this VM.')}
        </HelperTextItem>
      </HelperText>
    </div>
  );
};
