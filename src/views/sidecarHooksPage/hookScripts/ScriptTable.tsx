import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { ResourceLink, Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Label, LabelGroup } from '@patternfly/react-core';
import { DataViewTable, type DataViewTh, type DataViewTr } from '@patternfly/react-data-view';
import type { TFunction } from 'i18next';
import { ConfigMapModel, groupVersionKind } from '../../../k8s/models';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';
import type { ScriptListQuery, SortColumn } from './scriptListQuery';
import { scriptId } from './scriptListRows';
import { ScriptRowMenu, type ScriptActions } from './ScriptRowMenu';
import { ScriptUsers } from './ScriptUsers';
import { sizeText } from './sizeText';

interface ScriptTableProps {
  rows: readonly HookScript[];
  /** Where rows come from several namespaces. */
  showNamespace: boolean;
  query: ScriptListQuery;
  actions: ScriptActions;
  onSort: (sort: Pick<ScriptListQuery, 'sortBy' | 'direction'>) => void;
}

interface Column {
  id: SortColumn;
  title: string;
  cell: (script: HookScript) => ReactElement;
}

const NAMESPACE = { version: 'v1', kind: 'Namespace' };
const CONFIG_MAP = groupVersionKind(ConfigMapModel);

const makeColumns = (t: TFunction, language: string, showNamespace: boolean): Column[] => [
  {
    id: 'name',
    title: t('Name'),
    cell: ({ configMap: { metadata }, key }) => (
      <>
        <ResourceLink
          groupVersionKind={CONFIG_MAP}
          name={metadata.name}
          {...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace })}
        />
        <div className="pf-v6-u-font-size-sm pf-v6-u-text-color-subtle">{key}</div>
      </>
    ),
  },
  ...(showNamespace
    ? [
        {
          id: 'namespace' as const,
          title: t('Namespace'),
          cell: ({ configMap: { metadata } }: HookScript) => (
            <ResourceLink groupVersionKind={NAMESPACE} name={metadata.namespace ?? ''} />
          ),
        },
      ]
    : []),
  {
    id: 'hookPoint',
    title: t('Hook point'),
    cell: ({ hookPoints }) =>
      hookPoints.length === 0 ? (
        <span className="pf-v6-u-text-color-subtle">{t('Unknown')}</span>
      ) : (
        <LabelGroup aria-label={t('Hook point')}>
          {hookPoints.map((point) => (
            <Label key={point} isCompact color="blue">
              {point}
            </Label>
          ))}
        </LabelGroup>
      ),
  },
  { id: 'users', title: t('Used by'), cell: ({ users }) => <ScriptUsers users={users} /> },
  { id: 'size', title: t('Size'), cell: ({ sizeBytes }) => <>{sizeText(sizeBytes, language)}</> },
  { id: 'changed', title: t('Last change'), cell: ({ lastChange }) => <Timestamp timestamp={lastChange} /> },
];

/** One page of the list of hook scripts. */
export const ScriptTable = ({
  rows,
  showNamespace,
  query: { sortBy, direction },
  actions,
  onSort,
}: ScriptTableProps): ReactElement => {
  const { t, i18n } = useSidecarTranslation();
  const columns = useMemo(
    () => makeColumns(t, i18n.language, showNamespace),
    [t, i18n.language, showNamespace],
  );
  const head = useMemo(
    (): DataViewTh[] => [
      ...columns.map(({ id, title }, columnIndex) => ({
        cell: title,
        props: {
          modifier: 'nowrap' as const,
          sort: {
            columnIndex,
            sortBy: { index: columns.findIndex((column) => column.id === sortBy), direction },
            onSort: (_event: unknown, _index: number, next: ScriptListQuery['direction']) => {
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
      rows.map((script): DataViewTr => ({
        id: scriptId(script),
        props: { 'data-test': `script-row-${script.configMap.metadata.name}` } as Record<string, string>,
        row: [
          ...columns.map(({ title, cell }) => ({ cell: cell(script), props: { dataLabel: title } })),
          { cell: <ScriptRowMenu script={script} actions={actions} />, props: { isActionCell: true } },
        ],
      })),
    [rows, columns, actions],
  );
  return (
    <DataViewTable
      aria-label={t('Hook scripts')}
      gridBreakPoint="grid-lg"
      variant="compact"
      columns={head}
      rows={body}
    />
  );
};
