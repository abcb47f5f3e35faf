import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { useNavigate } from 'react-router';
import { focusNameFilter } from '../../../components/filterFocus';
import { ListPagination } from '../../../components/ListPagination';
import { NoMatch } from '../../../components/NoMatch';
import { workbenchPath } from '../../../features/script/workbenchPath';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';
import { DeleteScriptModal } from './DeleteScriptModal';
import { ScriptListToolbar } from './ScriptListToolbar';
import { NO_FILTERS } from '../../../sidecars/scripts/scriptListQuery';
import { scriptListRows } from '../../../sidecars/scripts/scriptListRows';
import type { ScriptActions } from './ScriptRowMenu';
import { ScriptTable } from './ScriptTable';
import { useScriptListQuery } from './useScriptListQuery';
import { ViewScriptModal } from './ViewScriptModal';

interface ScriptListProps {
  scripts: readonly HookScript[];
  /** Undefined shows all namespaces. */
  namespace: string | undefined;
  createReason: string | undefined;
  onCreate: () => void;
}

export const ScriptList = ({
  scripts,
  namespace: listed,
  createReason,
  onCreate,
}: ScriptListProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const control = useScriptListQuery();
  const { query, setName, change } = control;
  const navigate = useNavigate();
  const launch = useOverlay();
  const { items, count, page } = useMemo(() => scriptListRows(scripts, query), [scripts, query]);
  const clearFilters = (): void => {
    setName('');
    change(NO_FILTERS);
    // The pressed button disappears together with the filters.
    focusNameFilter();
  };
  const actions = useMemo(
    (): ScriptActions => ({
      view: (script) => {
        launch(ViewScriptModal, { script });
      },
      edit: (script) => {
        const { namespace = '', name } = script.configMap.metadata;
        void navigate(workbenchPath({ namespace, configMap: name, key: script.key }));
      },
      remove: (script) => {
        launch(DeleteScriptModal, { script, listed });
      },
    }),
    [launch, navigate, listed],
  );
  return (
    <>
      <ScriptListToolbar
        control={control}
        count={count}
        page={page}
        createReason={createReason}
        onCreate={onCreate}
        onClearFilters={clearFilters}
      />
      {count === 0 ? (
        <NoMatch
          title={t('No hook script matches the filters')}
          text={t('Clear or change the filters to see hook scripts.')}
          onClear={clearFilters}
        />
      ) : (
        <>
          <ScriptTable
            rows={items}
            showNamespace={listed === undefined}
            query={query}
            actions={actions}
            onSort={change}
          />
          <ListPagination isBottom count={count} page={page} perPage={query.perPage} onChange={change} />
        </>
      )}
    </>
  );
};
