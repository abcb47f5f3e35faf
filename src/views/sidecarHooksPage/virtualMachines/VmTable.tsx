import type { ReactElement } from 'react';
import { memo, useMemo } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Label } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { ListTable, type ListColumn, type RowSelection } from '../../../components/ListTable';
import { namespaceColumn } from '../../../components/namespaceColumn';
import { AttachedScripts } from '../../../features/lists/AttachedScripts';
import { FindingsCell } from '../../../features/lists/FindingsCell';
import { holderText } from '../../../features/holders/holderText';
import { poolPath } from '../../../features/pools/poolPath';
import { SidecarStateLabel } from '../../../features/sidecarState/SidecarStateLabel';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { sidecarsIn } from '../../../sidecars/annotation/annotation';
import { holderKind } from '../../../sidecars/objects/holder';
import { poolOwner } from '../../../sidecars/pools/members';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { useSidecarTranslation } from '../../../i18n';
import { UnknownState } from './UnknownState';
import type { SortColumn, VmListQuery } from '../../../sidecars/rows/vmListQuery';
import { VmRowMenu } from './VmRowMenu';
import { VmStatus } from './VmStatus';

interface VmTableProps {
  rows: readonly SidecarVm[];
  showNamespace: boolean;
  /** Whether unknown states are still being computed. */
  isStateLoading: boolean;
  query: VmListQuery;
  onSort: (sort: Pick<VmListQuery, 'sortBy' | 'direction'>) => void;
  selection: RowSelection<SidecarVm>;
}

const makeColumns = (
  t: TFunction,
  showNamespace: boolean,
  isStateLoading: boolean,
): ListColumn<SidecarVm, SortColumn>[] => [
  {
    id: 'name',
    title: t('Name'),
    minWidth: '7.5rem',
    cell: ({ vm }) => {
      const pool = poolOwner(vm);
      return (
        <>
          <Link to={vmTabPath(vm, 'sidecar-hooks')} className="pf-v6-u-text-break-word" data-test="vm-link">
            {vm.metadata.name}
          </Link>
          {holderKind(vm) === 'VirtualMachine' ? null : (
            <div>
              <Label isCompact variant="outline">
                {holderText(t, holderKind(vm))}
              </Label>
            </div>
          )}
          {pool === undefined ? null : (
            <div>
              <Link to={poolPath(pool, vm)} className="pf-v6-u-font-size-sm pf-v6-u-text-break-word">
                {t('VM pool {{name}}', { name: pool.name })}
              </Link>
            </div>
          )}
        </>
      );
    },
  },
  ...namespaceColumn(t, showNamespace, ({ vm }: SidecarVm) => vm.metadata.namespace),
  { id: 'status', title: t('Status'), cell: ({ vm }) => <VmStatus vm={vm} /> },
  {
    id: 'scripts',
    title: t('Attached scripts'),
    minWidth: '9rem',
    cell: ({ vm, parsed, state }) => (
      <AttachedScripts
        object={vm}
        sidecars={
          state?.origins === undefined ? sidecarsIn(parsed) : state.sidecars.map(({ sidecar }) => sidecar)
        }
        isMalformed={parsed.kind === 'malformed'}
        isInherited={state?.origins !== undefined}
      />
    ),
  },
  {
    id: 'state',
    title: t('State'),
    minWidth: '8rem',
    cell: ({ state }) =>
      state === undefined ? <UnknownState isLoading={isStateLoading} /> : <SidecarStateLabel state={state} />,
  },
  {
    id: 'findings',
    title: t('Findings'),
    minWidth: '8rem',
    cell: ({ vm, findings, state }) => (
      <FindingsCell object={vm} findings={findings} state={state} isStateLoading={isStateLoading} />
    ),
  },
  {
    id: 'created',
    isExtra: true,
    title: t('Created'),
    minWidth: '6rem',
    cell: ({ vm }) => <Timestamp timestamp={vm.metadata.creationTimestamp} />,
  },
];

const rowId = ({ vm: { kind, metadata } }: SidecarVm): string =>
  `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
const rowTestId = ({ vm }: SidecarVm): string => `vm-row-${vm.metadata.name}`;

const menuOf = (row: SidecarVm): ReactElement => <VmRowMenu row={row} />;

export const VmTable = memo(
  ({ rows, showNamespace, isStateLoading, query, onSort, selection }: VmTableProps): ReactElement => {
    const { t } = useSidecarTranslation();
    const columns = useMemo(
      () => makeColumns(t, showNamespace, isStateLoading),
      [t, showNamespace, isStateLoading],
    );
    return (
      <ListTable
        label={t('Virtual machines')}
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowTestId={rowTestId}
        sort={query}
        onSort={onSort}
        actions={menuOf}
        selection={selection}
      />
    );
  },
);
