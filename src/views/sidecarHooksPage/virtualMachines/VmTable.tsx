import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { ResourceIcon, ResourceLink, Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { DataViewTable, type DataViewTh, type DataViewTr } from '@patternfly/react-data-view';
import type { ThProps } from '@patternfly/react-table';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { SidecarStateLabel } from '../../../components/sidecarState/SidecarStateLabel';
import { vmTabPath } from '../../../components/vmTabPath';
import { groupVersionKind, VirtualMachineModel } from '../../../k8s/models';
import type { SidecarVm } from '../../../k8s/useSidecarVms';
import { useSidecarTranslation } from '../../../i18n';
import { AttachedScripts } from './AttachedScripts';
import { UnknownState } from './UnknownState';
import type { SortColumn, VmListQuery } from './vmListQuery';
import { VmRowMenu } from './VmRowMenu';
import { VmStatus } from './VmStatus';

interface VmTableProps {
  rows: readonly SidecarVm[];
  /** Where rows come from several namespaces. */
  showNamespace: boolean;
  /** States that are not known yet will be. */
  isStateLoading: boolean;
  query: VmListQuery;
  onSort: (sort: Pick<VmListQuery, 'sortBy' | 'direction'>) => void;
}

interface Column {
  id: SortColumn;
  title: string;
  /** Per cent of the table. */
  width: NonNullable<ThProps['width']>;
  /** Below this, words would break. */
  minWidth: string;
  cell: (row: SidecarVm) => ReactElement;
}

const NAMESPACE = { version: 'v1', kind: 'Namespace' };

const makeColumns = (t: TFunction, showNamespace: boolean, isStateLoading: boolean): Column[] => [
  {
    id: 'name',
    title: t('Name'),
    width: 20,
    minWidth: '8rem',
    cell: ({ vm }) => (
      <>
        <ResourceIcon groupVersionKind={groupVersionKind(VirtualMachineModel)} />{' '}
        <Link to={vmTabPath(vm, 'sidecar-hooks')} data-test="vm-link">
          {vm.metadata.name}
        </Link>
      </>
    ),
  },
  ...(showNamespace
    ? [
        {
          id: 'namespace' as const,
          title: t('Namespace'),
          width: 15 as const,
          minWidth: '7.5rem',
          cell: ({ vm }: SidecarVm) => (
            <ResourceLink
              groupVersionKind={NAMESPACE}
              hideIcon
              {...(vm.metadata.namespace === undefined ? {} : { name: vm.metadata.namespace })}
            />
          ),
        },
      ]
    : []),
  { id: 'status', title: t('Status'), width: 10, minWidth: '7.5rem', cell: ({ vm }) => <VmStatus vm={vm} /> },
  {
    id: 'scripts',
    title: t('Attached scripts'),
    width: 25,
    minWidth: '12rem',
    cell: (row) => <AttachedScripts row={row} />,
  },
  {
    id: 'state',
    title: t('State'),
    width: 15,
    minWidth: '8rem',
    cell: ({ state }) =>
      state === undefined ? <UnknownState isLoading={isStateLoading} /> : <SidecarStateLabel state={state} />,
  },
  {
    id: 'created',
    title: t('Created'),
    width: 15,
    minWidth: '7rem',
    cell: ({ vm }) => <Timestamp timestamp={vm.metadata.creationTimestamp} />,
  },
];

/** One page of the list of VMs. */
export const VmTable = ({
  rows,
  showNamespace,
  isStateLoading,
  query: { sortBy, direction },
  onSort,
}: VmTableProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const columns = useMemo(
    () => makeColumns(t, showNamespace, isStateLoading),
    [t, showNamespace, isStateLoading],
  );
  const head = useMemo(
    (): DataViewTh[] => [
      ...columns.map(({ id, title, width }, columnIndex) => ({
        cell: title,
        props: {
          width,
          sort: {
            columnIndex,
            sortBy: { index: columns.findIndex((column) => column.id === sortBy), direction },
            onSort: (_event: unknown, _index: number, next: VmListQuery['direction']) => {
              onSort({ sortBy: id, direction: next });
            },
          },
        },
      })),
      { cell: <span className="pf-v6-screen-reader">{t('Actions')}</span> },
    ],
    [columns, sortBy, direction, onSort, t],
  );
  const body = useMemo(
    () =>
      rows.map((row): DataViewTr => ({
        id: `${row.vm.metadata.namespace ?? ''}/${row.vm.metadata.name}`,
        props: { 'data-test': `vm-row-${row.vm.metadata.name}` } as Record<string, string>,
        row: [
          ...columns.map(({ title, minWidth, cell }) => ({
            // One element: a narrow table lays the parts of a cell out in a grid.
            cell: <div>{cell(row)}</div>,
            props: { dataLabel: title, style: { minWidth } },
          })),
          { cell: <VmRowMenu row={row} />, props: { isActionCell: true } },
        ],
      })),
    [rows, columns],
  );
  return (
    <DataViewTable
      aria-label={t('Virtual machines')}
      gridBreakPoint="grid-lg"
      variant="compact"
      columns={head}
      rows={body}
    />
  );
};
