import type { ReactElement } from 'react';
import { CheckboxFilter } from '../../../components/CheckboxFilter';
import { NAME_FILTER_ID } from '../../../components/filterFocus';
import { GuardedButton } from '../../../components/GuardedButton';
import { ListPagination } from '../../../components/ListPagination';
import { ListToolbar } from '../../../components/ListToolbar';
import { TextFilter } from '../../../components/TextFilter';
import { HOOK_POINTS } from '../../../sidecars/annotation/hookPoint';
import { useSidecarTranslation } from '../../../i18n';
import { USES } from '../../../sidecars/scripts/scriptListQuery';
import type { ScriptListQueryControl } from './useScriptListQuery';

interface ScriptListToolbarProps {
  control: ScriptListQueryControl;
  onClearFilters: () => void;
  onCreate: () => void;
  /** Why no script can be created here. */
  createReason: string | undefined;
  /** Number of rows that match the filters. */
  count: number;
  page: number;
}

const HOOK_POINT_GROUPS = [{ values: HOOK_POINTS }];
const USE_GROUPS = [{ values: USES }];

export const ScriptListToolbar = ({
  control: { query, typedName, setName, change },
  onClearFilters,
  onCreate,
  createReason,
  count,
  page,
}: ScriptListToolbarProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <ListToolbar
      breakpoint="lg"
      onClearFilters={onClearFilters}
      filters={
        <>
          <TextFilter
            id={NAME_FILTER_ID}
            title={t('Name')}
            value={typedName}
            placeholder={t('Filter by name or key')}
            width="14rem"
            onChange={setName}
          />
          <CheckboxFilter
            title={t('Hook point')}
            groups={HOOK_POINT_GROUPS}
            label={(point) => point}
            chosen={query.hookPoints}
            onChange={(hookPoints) => {
              change({ hookPoints });
            }}
          />
          <CheckboxFilter
            title={t('Use')}
            groups={USE_GROUPS}
            label={(use) => (use === 'used' ? t('Used by a VM') : t('Not used'))}
            chosen={query.uses}
            onChange={(uses) => {
              change({ uses });
            }}
          />
        </>
      }
      actions={
        <GuardedButton variant="primary" reason={createReason} onClick={onCreate}>
          {t('Create hook script')}
        </GuardedButton>
      }
      pagination={<ListPagination count={count} page={page} perPage={query.perPage} onChange={change} />}
    />
  );
};
