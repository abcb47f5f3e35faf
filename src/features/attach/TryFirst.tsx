import type { ReactElement } from 'react';
import { Button, HelperText, HelperTextItem } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';
import type { AttachPlan } from '../../sidecars/plans/attach/attachPlan';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { prefetchTrialStart, useTrialStart } from '../trialStart/useTrialStart';

interface TryFirstProps {
  vm: VirtualMachine;
  plan: AttachPlan;
}

/** The suggested way before anything is saved: what would be saved, on a copy of the VM. */
export const TryFirst = ({ vm, plan: { next } }: TryFirstProps): ReactElement => {
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
          tryOnCopy({ vm, sidecars: next });
        }}
      >
        {t('Try it on a copy first')}
      </Button>
      <HelperText>
        <HelperTextItem>
          {t(
            'Nothing is saved by it. It shows in some ten seconds what the script does at a start of this VM.',
          )}
        </HelperTextItem>
      </HelperText>
    </div>
  );
};
