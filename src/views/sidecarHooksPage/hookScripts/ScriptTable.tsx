import type { ReactElement } from 'react';
import { useCallback, useMemo } from 'react';
import { ResourceLink, Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Label, LabelGroup } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { ListTable, type ListColumn } from '../../../components/ListTable';
import { namespaceColumn } from '../../../components/namespaceColumn';
import { ConfigMapModel, groupVersionKind } from '../../../k8s/models';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';
import type { ScriptListQuery, SortColumn } from '../../../sidecars/scripts/scriptListQuery';
import { scriptId } from '../../../sidecars/scripts/scriptListRows';
import { ScriptRowMenu, type ScriptActions } from './ScriptRowMenu';
import { ScriptUsers } from './ScriptUsers';
import { sizeText } from './sizeText';

interface ScriptTableProps {
  rows: readonly HookScript[];
  showNamespace: boolean;
  query: ScriptListQuery;
  actions: ScriptActions;
  onSort: (sort: Pick<ScriptListQuery, 'sortBy' | 'direction'>) => void;
}

const CONFIG_MAP = groupVersionKind(ConfigMapModel);

const makeColumns = (
  t: TFunction,
  language: string,
  showNamespace: boolean,
): ListColumn<HookScript, SortColumn>[] => [
  {
    id: 'name',
    title: t('Name'),
    minWidth: '11rem',
    cell: ({ configMap: { metadata }, key }) => (
      <>
        <ResourceLink groupVersionKind={CONFIG_MAP} name={metadata.name} namespace={metadata.namespace} />
        <div className="pf-v6-u-font-size-sm pf-v6-u-text-color-subtle">{key}</div>
      </>
    ),
  },
  ...namespaceColumn(t, showNamespace, ({ configMap }: HookScript) => configMap.metadata.namespace),
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
  { id: 'users', title: t('Used by'), minWidth: '9rem', cell: ({ users }) => <ScriptUsers users={users} /> },
  {
    id: 'size',
    title: t('Size'),
    minWidth: '5rem',
    cell: ({ sizeBytes }) => <>{sizeText(sizeBytes, language)}</>,
  },
  {
    id: 'changed',
    title: t('Last change'),
    minWidth: '9.5rem',
    cell: ({ lastChange }) => <Timestamp timestamp={lastChange} />,
  },
];

const rowTestId = ({ configMap }: HookScript): string => `script-row-${configMap.metadata.name}`;

export const ScriptTable = ({
  rows,
  showNamespace,
  query,
  actions,
  onSort,
}: ScriptTableProps): ReactElement => {
  const { t, i18n } = useSidecarTranslation();
  const columns = useMemo(
    () => makeColumns(t, i18n.language, showNamespace),
    [t, i18n.language, showNamespace],
  );
  const menuOf = useCallback(
    (script: HookScript) => <ScriptRowMenu script={script} actions={actions} />,
    [actions],
  );
  return (
    <ListTable
      label={t('Hook scripts')}
      columns={columns}
      rows={rows}
      rowId={scriptId}
      rowTestId={rowTestId}
      sort={query}
      onSort={onSort}
      actions={menuOf}
    />
  );
};
