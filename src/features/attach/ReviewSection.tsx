import type { ReactElement } from 'react';
import { useState } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { JsonPatchOperation } from '../../sidecars/json/jsonPointer';
import type { AttachPlan } from '../../sidecars/plans/attach/attachPlan';

// Loaded separately, because it brings the YAML package.
const { Part: ReviewTabs } = lazyPart('inline', async () => (await import('./ReviewTabs')).ReviewTabs);

interface ReviewSectionProps {
  plan: AttachPlan;
  /** What is written. */
  operations: readonly JsonPatchOperation[];
  vm: VirtualMachine;
  /** Whether it is expanded at first. */
  isOpen: boolean;
}

/** Everything that saving would write. */
export const ReviewSection = ({ plan, operations, vm, isOpen }: ReviewSectionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setExpanded] = useState(isOpen);
  return (
    <ExpandableSection
      toggleText={t('Review what is written')}
      isExpanded={isExpanded}
      isIndented
      onToggle={(_event, next) => {
        setExpanded(next);
      }}
    >
      {isExpanded ? <ReviewTabs plan={plan} operations={operations} vm={vm} /> : null}
    </ExpandableSection>
  );
};
