import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import {
  EmptyState,
  EmptyStateBody,
  PageSection,
  Pagination,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { ResourceActions } from '../actions/ResourceActions';
import { useHasOwnMenu } from '../actions/useHasOwnMenu';
import { ResourceLink } from '../resource/ResourceLink';
import { StatusLabel } from '../resource/StatusLabel';
import { Timestamp } from '../resource/Timestamp';
import { columnsFor, timeOf } from './objectColumns';
import { sortObjects } from './sortObjects';

interface ObjectTableProps {
  model: K8sModel;
  objects: readonly K8sResourceCommon[];
  showNamespace: boolean;
}

export const ObjectTable = ({ model, objects, showNamespace }: ObjectTableProps): ReactElement => {
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<{ index: number; direction: 'asc' | 'desc' }>({
    index: 0,
    direction: 'asc',
  });
  const [page, setPage] = useState(1);
  const [perPage, setPerPage] = useState(50);
  const extra = columnsFor(model);
  const kind = getGroupVersionKindForModel(model);
  const hasOwnMenu = useHasOwnMenu(kind);

  const texts: ((object: K8sResourceCommon) => string)[] = [
    (object) => object.metadata?.name ?? '',
    ...(showNamespace ? [(object: K8sResourceCommon) => object.metadata?.namespace ?? ''] : []),
    ...extra.map(({ text }) => text),
    (object) => timeOf(object) ?? '',
  ];
  const titles = [
    'Name',
    ...(showNamespace ? ['Namespace'] : []),
    ...extra.map(({ title }) => title),
    model.kind === 'Event' ? 'Last seen' : 'Created',
  ];
  const matching = objects.filter(({ metadata }) => metadata?.name?.includes(filter.trim().toLowerCase()));
  const sorted = sortObjects(matching, texts[sort.index] ?? (() => ''), sort.direction);
  const shown = sorted.slice((page - 1) * perPage, page * perPage);

  return (
    <PageSection hasBodyWrapper={false}>
      <Toolbar inset={{ default: 'insetNone' }}>
        <ToolbarContent>
          <ToolbarItem>
            <SearchInput
              aria-label="Filter by name"
              placeholder="Filter by name"
              value={filter}
              onChange={(_event, value) => {
                setFilter(value);
                setPage(1);
              }}
              onClear={() => {
                setFilter('');
              }}
            />
          </ToolbarItem>
          <ToolbarItem variant="pagination">
            <Pagination
              isCompact
              itemCount={matching.length}
              page={page}
              perPage={perPage}
              onSetPage={(_event, value) => {
                setPage(value);
              }}
              onPerPageSelect={(_event, value) => {
                setPerPage(value);
                setPage(1);
              }}
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {shown.length === 0 ? (
        <EmptyState titleText={`No ${model.labelPlural} found`} headingLevel="h2">
          <EmptyStateBody>
            {filter === '' ? 'There are none here.' : 'No name contains the filter.'}
          </EmptyStateBody>
        </EmptyState>
      ) : (
        <Table aria-label={model.labelPlural}>
          <Thead>
            <Tr>
              {titles.map((title, index) => (
                <Th
                  key={title}
                  sort={{
                    columnIndex: index,
                    sortBy: { index: sort.index, direction: sort.direction },
                    onSort: (_event, columnIndex, direction) => {
                      setSort({ index: columnIndex, direction });
                    },
                  }}
                >
                  {title}
                </Th>
              ))}
              <Th screenReaderText="Actions" />
            </Tr>
          </Thead>
          <Tbody>
            {shown.map((object) => (
              <Tr key={object.metadata?.uid}>
                <Td dataLabel="Name" modifier="breakWord">
                  <ResourceLink
                    groupVersionKind={kind}
                    name={object.metadata?.name ?? ''}
                    namespace={object.metadata?.namespace}
                  />
                </Td>
                {showNamespace ? (
                  <Td dataLabel="Namespace">
                    <ResourceLink kind="Namespace" name={object.metadata?.namespace ?? ''} />
                  </Td>
                ) : null}
                {extra.map(({ title, text, isStatus }) => (
                  <Td key={title} dataLabel={title} modifier="breakWord">
                    {isStatus === true ? <StatusLabel status={text(object)} /> : text(object) || '-'}
                  </Td>
                ))}
                <Td dataLabel="Created">
                  <Timestamp timestamp={timeOf(object)} />
                </Td>
                <Td isActionCell>
                  <ResourceActions object={object} hasOwnMenu={hasOwnMenu} variant="kebab" />
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </PageSection>
  );
};
