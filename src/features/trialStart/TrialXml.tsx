import type { ReactElement } from 'react';
import { ExpandableSection, Stack, StackItem, Title } from '@patternfly/react-core';
import { CopyBlock } from '../../components/CopyBlock';
import { InlineAlert } from '../../components/InlineAlert';
import { TextDiff } from '../../components/textDiff/TextDiff';
import { useSidecarTranslation } from '../../i18n';
import type { TrialState } from '../../sidecars/trialStart/trialState';

/** What libvirt got, and what it made of it. */
export const TrialXml = ({
  state: { seen, liveXml, liveProblem },
}: {
  state: TrialState;
}): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const handed = seen?.defined.at(-1);
  if (handed === undefined && liveXml === undefined) {
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
          <InlineAlert variant="info" title={t('The domain XML of the copy could not be read')}>
            {liveProblem}
          </InlineAlert>
        </StackItem>
      )}
      {handed === undefined || liveXml === undefined ? null : (
        <StackItem>
          <ExpandableSection toggleText={t('What libvirt changed of the XML that it got')}>
            <TextDiff before={handed} after={liveXml} label={t('What libvirt changed')} />
          </ExpandableSection>
        </StackItem>
      )}
      <StackItem>
        <ExpandableSection toggleText={t('The domain XML of the copy')}>
          <CopyBlock
            label={t('The domain XML of the copy')}
            text={liveXml ?? handed ?? ''}
            hasTitle={false}
          />
        </ExpandableSection>
      </StackItem>
    </Stack>
  );
};
