import { Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { Condition } from '../../../../src/sidecars/objects/resources';
import { Timestamp } from '../resource/Timestamp';
import type { ReactElement } from 'react';

export const ConditionTable = ({ conditions }: { conditions: readonly Condition[] }): ReactElement => (
  <>
    <Title headingLevel="h2" className="ech-section-title ech-section-title--next">
      Conditions
    </Title>
    <Table aria-label="Conditions" variant="compact">
      <Thead>
        <Tr>
          <Th>Type</Th>
          <Th>Status</Th>
          <Th>Updated</Th>
          <Th>Reason</Th>
          <Th>Message</Th>
        </Tr>
      </Thead>
      <Tbody>
        {conditions.map(({ type, status, lastTransitionTime, reason, message }) => (
          <Tr key={type}>
            <Td dataLabel="Type">{type}</Td>
            <Td dataLabel="Status">{status}</Td>
            <Td dataLabel="Updated" modifier="nowrap">
              <Timestamp timestamp={lastTransitionTime} />
            </Td>
            <Td dataLabel="Reason">{reason ?? '-'}</Td>
            <Td dataLabel="Message" modifier="breakWord">
              {message ?? '-'}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  </>
);
