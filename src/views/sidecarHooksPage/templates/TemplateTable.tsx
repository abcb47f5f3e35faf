import type { ReactElement } from 'react';
import { memo, useMemo } from 'react';
import { Label, LabelGroup } from '@patternfly/react-core';
import { LockIcon } from '@patternfly/react-icons';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { ListTable, type ListColumn } from '../../../components/ListTable';
import { namespaceColumn } from '../../../components/namespaceColumn';
import { holderText } from '../../../features/holders/holderText';
import { AttachedScripts } from '../../../features/lists/AttachedScripts';
import { FindingsCell } from '../../../features/lists/FindingsCell';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { sidecarsIn } from '../../../sidecars/annotation/annotation';
import { holderKind } from '../../../sidecars/objects/holder';
import type { TemplateColumn, TemplateListQuery } from '../../../sidecars/rows/templateListQuery';
import type { TemplateRow } from '../../../sidecars/rows/templateRows';
import { isSharedTemplate } from '../../../sidecars/templates/sharedTemplate';
import { sourcePlace } from '../../../sidecars/templates/sourcePlace';
import { useSidecarTranslation } from '../../../i18n';
import { MadeVms } from './MadeVms';
import { TemplateRowMenu } from './TemplateRowMenu';

interface TemplateTableProps {
  rows: readonly TemplateRow[];
  /** Undefined shows all namespaces. */
  namespace: string | undefined;
  areVmsLoading: boolean;
  query: TemplateListQuery;
  onSort: (sort: Pick<TemplateListQuery, 'sortBy' | 'direction'>) => void;
}

const Scripts = ({ row: { object, vms } }: { row: TemplateRow }): ReactElement => (
  <AttachedScripts
    object={object}
    sidecars={vms.flatMap(({ parsed }) => sidecarsIn(parsed))}
    isMalformed={vms.some(({ parsed }) => parsed.kind === 'malformed')}
    namespaceOf={(source) =>
      vms.every(({ vm }) => sourcePlace(vm, source) === 'namespace') ? object.metadata.namespace : undefined
    }
  />
);

const makeColumns = (
  t: TFunction,
  namespace: string | undefined,
  areVmsLoading: boolean,
): ListColumn<TemplateRow, TemplateColumn>[] => [
  {
    id: 'name',
    title: t('Name'),
    minWidth: '9rem',
    cell: ({ object }) => (
      <Link
        to={vmTabPath(object, 'sidecar-hooks')}
        className="pf-v6-u-text-break-word"
        data-test="template-link"
      >
        {object.metadata.name}
      </Link>
    ),
  },
  ...namespaceColumn(t, namespace === undefined, ({ object }: TemplateRow) => object.metadata.namespace),
  {
    id: 'kind',
    title: t('Kind'),
    minWidth: '8rem',
    cell: ({ object, vms }) => (
      <>
        <div>{holderText(t, holderKind(object))}</div>
        {isSharedTemplate(object) || vms.length > 1 ? (
          <LabelGroup aria-label={t('Kind')}>
            {isSharedTemplate(object) ? (
              <Label isCompact variant="outline" icon={<LockIcon />}>
                {t('Read-only')}
              </Label>
            ) : null}
            {vms.length > 1 ? (
              <Label isCompact variant="outline">
                {t('{{count}} VMs', { count: vms.length })}
              </Label>
            ) : null}
          </LabelGroup>
        ) : null}
      </>
    ),
  },
  { id: 'scripts', title: t('Attached scripts'), minWidth: '9rem', cell: (row) => <Scripts row={row} /> },
  {
    id: 'findings',
    title: t('Findings'),
    minWidth: '8rem',
    cell: ({ object, findings }) => <FindingsCell object={object} findings={findings} />,
  },
  {
    id: 'made',
    title: namespace === undefined ? t('VMs made from it') : t('VMs made from it here'),
    minWidth: '8rem',
    cell: (row) => <MadeVms row={row} isLoading={areVmsLoading} />,
  },
];

const rowId = ({ object: { kind, metadata } }: TemplateRow): string =>
  `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
const rowTestId = ({ object }: TemplateRow): string => `template-row-${object.metadata.name}`;

const menuOf = (row: TemplateRow): ReactElement => <TemplateRowMenu row={row} />;

export const TemplateTable = memo(
  ({ rows, namespace, areVmsLoading, query, onSort }: TemplateTableProps): ReactElement => {
    const { t } = useSidecarTranslation();
    const columns = useMemo(() => makeColumns(t, namespace, areVmsLoading), [t, namespace, areVmsLoading]);
    return (
      <ListTable
        label={t('Templates')}
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowTestId={rowTestId}
        sort={query}
        onSort={onSort}
        actions={menuOf}
      />
    );
  },
);
