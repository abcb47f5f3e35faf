import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks';
import { Alert, EmptyState, EmptyStateBody, Label, PageSection } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import type { KubernetesEvent } from '../../../../src/sidecars/objects/resources';
import { LoadingPage } from '../pages/LoadingPage';
import { Timestamp } from '../resource/Timestamp';
import { concerns, eventTime, newestFirst } from './eventOrder';

/** The events of an object, newest first, live. A VM's include those of its instance. */
export const ResourceEventStream = ({ resource }: { resource: K8sResourceCommon }): ReactElement => {
  const { name = '', namespace = '' } = resource.metadata ?? {};
  const query = useMemo(
    () => ({
      groupVersionKind: { version: 'v1', kind: 'Event' },
      isList: true,
      namespace,
      fieldSelector: `involvedObject.name=${name}`,
    }),
    [namespace, name],
  );
  const [events, loaded, error] = useK8sWatchResource<KubernetesEvent[]>(query) as [
    KubernetesEvent[],
    boolean,
    unknown,
  ];
  if (error instanceof Error) {
    return (
      <PageSection hasBodyWrapper={false}>
        <Alert isInline variant="danger" title={error.message} />
      </PageSection>
    );
  }
  if (!loaded) {
    return <LoadingPage />;
  }
  const shown = newestFirst(events.filter((event) => concerns(event, resource)));
  return (
    <PageSection hasBodyWrapper={false}>
      {shown.length === 0 ? (
        <EmptyState titleText="No events" headingLevel="h2">
          <EmptyStateBody>Nothing was reported about this object lately.</EmptyStateBody>
        </EmptyState>
      ) : (
        <Table aria-label="Events" variant="compact">
          <Thead>
            <Tr>
              <Th>Type</Th>
              <Th>Reason</Th>
              <Th>Message</Th>
              <Th>From</Th>
              <Th>Last seen</Th>
            </Tr>
          </Thead>
          <Tbody>
            {shown.map((event) => (
              <Tr key={event.metadata.uid ?? event.metadata.name}>
                <Td dataLabel="Type" modifier="fitContent">
                  <Label isCompact status={event.type === 'Warning' ? 'warning' : undefined}>
                    {event.type ?? 'Normal'}
                  </Label>
                </Td>
                <Td dataLabel="Reason">{event.reason}</Td>
                <Td dataLabel="Message" modifier="breakWord">
                  {event.message}
                  {(event.count ?? 1) > 1 ? ` (${String(event.count)} times)` : ''}
                </Td>
                <Td dataLabel="From">{event.source?.component ?? event.involvedObject.kind}</Td>
                <Td dataLabel="Last seen" modifier="nowrap">
                  <Timestamp timestamp={eventTime(event)} />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </PageSection>
  );
};
