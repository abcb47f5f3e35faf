import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { ExpandableSection, Stack, StackItem, Title } from '@patternfly/react-core';
import { CopyBlock } from '../../components/CopyBlock';
import { InlineAlert } from '../../components/InlineAlert';
import { useSidecarTranslation } from '../../i18n';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { isRunning } from '../../sidecars/objects/vm';
import type { TrialState } from '../../sidecars/trialStart/trialState';
import { domainDiff } from '../../sidecars/tries/diff/domainDiff';
import { DifferenceView } from '../tries/result/DifferenceView';
import { RunningComparison } from './RunningComparison';

interface TrialXmlProps {
  vm: VirtualMachine;
  state: TrialState;
}

const Changes = ({ handed, live }: { handed: string; live: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isExpanded, setExpanded] = useState(false);
  const difference = useMemo(
    () => (isExpanded ? domainDiff(handed, live) : undefined),
    [isExpanded, handed, live],
  );
  return (
    <ExpandableSection
      toggleText={t('What libvirt changed of the XML that it got')}
      isExpanded={isExpanded}
      onToggle={(_event, expanded) => {
        setExpanded(expanded);
      }}
    >
      {difference === undefined ? null : (
        <DifferenceView difference={difference} label={t('What libvirt changed')} />
      )}
    </ExpandableSection>
  );
};

/** What libvirt got, and what it made of it. */
export const TrialXml = ({
  vm,
  state: { seen, liveXml, liveProblem },
}: TrialXmlProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const handed = seen?.defined.at(-1);
  const xml = liveXml ?? handed;
  if (xml === undefined) {
    return null;
  }
  return (
    <Stack hasGutter>
      <StackItem>
        <Title headingLevel="h3" size="md">
          {t('What libvirt made of it')}
        </Title>
      </StackItem>
      {liveProblem === undefined ? null : (
        <StackItem>
          <InlineAlert variant="info" title={t('The domain XML of the copy could not be read from libvirt')}>
            {liveProblem}
          </InlineAlert>
        </StackItem>
      )}
      {handed === undefined || liveXml === undefined ? null : (
        <StackItem>
          <Changes handed={handed} live={liveXml} />
        </StackItem>
      )}
      <StackItem>
        <ExpandableSection toggleText={t('The domain XML of the copy')}>
          <CopyBlock label={t('The domain XML of the copy')} text={xml} hasTitle={false} />
        </ExpandableSection>
      </StackItem>
      {liveXml !== undefined && isRunning(vm) ? (
        <StackItem>
          <RunningComparison vm={vm} copy={liveXml} />
        </StackItem>
      ) : null}
    </Stack>
  );
};
