import type { ReactElement } from 'react';
import { lazy, Suspense, useState } from 'react';
import { ExpandableSection, Skeleton } from '@patternfly/react-core';
import type { VirtualMachine } from '../../sidecars/resources';
import { useSidecarTranslation } from '../../i18n';
import type { AttachPlan } from './attachPlan';

/** Brings the YAML package, which only this preview needs. */
const ReviewTabs = lazy(async () => ({ default: (await import('./ReviewTabs')).ReviewTabs }));

interface ReviewSectionProps {
  plan: AttachPlan;
  vm: VirtualMachine;
}

/** Everything that saving would write, before it is written. */
export const ReviewSection = ({ plan, vm }: ReviewSectionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setExpanded] = useState(false);
  return (
    <ExpandableSection
      toggleText={t('Review what is written')}
      isExpanded={isExpanded}
      isIndented
      onToggle={(_event, next) => {
        setExpanded(next);
      }}
    >
      {isExpanded ? (
        <Suspense fallback={<Skeleton screenreaderText={t('Loading the preview')} />}>
          <ReviewTabs plan={plan} vm={vm} />
        </Suspense>
      ) : null}
    </ExpandableSection>
  );
};
