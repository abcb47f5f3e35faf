import type { ReactElement } from 'react';
import { memo } from 'react';
import { ResourceLink, Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Flex, FlexItem, Label } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../../i18n';
import { groupVersionKind, PodModel } from '../../../k8s/models';
import type { DomainXml } from '../../../data/domainXml/readDomainXml';

/** The source of the shown XML, when it was read and how long that took. */
export const XmlSource = memo(({ xml, namespace }: { xml: DomainXml; namespace: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { source, pod, readAt } = xml;
  return (
    <Flex columnGap={{ default: 'columnGapMd' }} rowGap={{ default: 'rowGapSm' }} data-test="xml-source">
      <FlexItem>
        {source.kind === 'log' ? (
          <Label color="purple" isCompact>
            {t('From the log: as passed to libvirt, not as libvirt changed it')}
          </Label>
        ) : (
          <Label color="blue" isCompact>
            {source.inactive ? t('Definition for the next boot') : t('Running domain')}
          </Label>
        )}
      </FlexItem>
      <FlexItem>
        <ResourceLink groupVersionKind={groupVersionKind(PodModel)} name={pod} namespace={namespace} inline />
      </FlexItem>
      <FlexItem>
        <Timestamp timestamp={source.kind === 'log' ? source.loggedAt : readAt} />
      </FlexItem>
      {source.kind === 'log' ? null : (
        <FlexItem data-test="xml-duration">
          {t('{{milliseconds}} ms', { milliseconds: Math.round(source.durationMs) })}
        </FlexItem>
      )}
    </Flex>
  );
});
