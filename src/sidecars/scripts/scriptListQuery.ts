import { HOOK_POINTS, type HookPoint } from '../annotation/hookPoint';
import { choicesField, listQuery, orderAndPage, textField, type OrderAndPage } from '../rows/listQuery';

export const SORT_COLUMNS = ['name', 'namespace', 'hookPoint', 'users', 'size', 'changed'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export const USES = ['used', 'unused'] as const;
type Use = (typeof USES)[number];

export interface ScriptListQuery extends OrderAndPage<SortColumn> {
  name: string;
  hookPoints: HookPoint[];
  uses: Use[];
}

export const scriptListQuery = listQuery<ScriptListQuery>({
  name: textField('name'),
  hookPoints: choicesField('hookPoint', HOOK_POINTS),
  uses: choicesField('use', USES),
  ...orderAndPage(SORT_COLUMNS),
});

export const NO_FILTERS = { name: '', hookPoints: [], uses: [] } satisfies Partial<ScriptListQuery>;
