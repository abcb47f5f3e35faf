import { HOOK_POINTS, type HookPoint } from '../annotation/hookPoint';

export const SORT_COLUMNS = ['name', 'namespace', 'hookPoint', 'users', 'size', 'changed'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export const USES = ['used', 'unused'] as const;
type Use = (typeof USES)[number];

export const PAGE_SIZES = [20, 50, 100] as const;

/** What part of the list is shown, and in which order: all of it is in the URL. */
export interface ScriptListQuery {
  name: string;
  hookPoints: HookPoint[];
  uses: Use[];
  sortBy: SortColumn;
  direction: 'asc' | 'desc';
  /** From 1. */
  page: number;
  perPage: number;
}

const PARAMETERS = ['name', 'hookPoint', 'use', 'sort', 'direction', 'page', 'perPage'] as const;

/** Reads what it understands of a URL; for the rest, defaults. */
export const readScriptListQuery = (parameters: URLSearchParams): ScriptListQuery => {
  const page = Number(parameters.get('page'));
  const perPage = Number(parameters.get('perPage'));
  return {
    name: parameters.get('name') ?? '',
    hookPoints: HOOK_POINTS.filter((point) => parameters.getAll('hookPoint').includes(point)),
    uses: USES.filter((use) => parameters.getAll('use').includes(use)),
    sortBy: SORT_COLUMNS.find((column) => column === parameters.get('sort')) ?? 'name',
    direction: parameters.get('direction') === 'desc' ? 'desc' : 'asc',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    perPage: PAGE_SIZES.find((size) => size === perPage) ?? PAGE_SIZES[0],
  };
};

/** The URL for a query: other parameters stay, and what is the default is left out. */
export const writeScriptListQuery = (
  parameters: URLSearchParams,
  query: ScriptListQuery,
): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  PARAMETERS.forEach((parameter) => {
    next.delete(parameter);
  });
  const set = (parameter: (typeof PARAMETERS)[number], value: string, fallback: string): void => {
    if (value !== fallback) {
      next.set(parameter, value);
    }
  };
  set('name', query.name, '');
  query.hookPoints.forEach((point) => {
    next.append('hookPoint', point);
  });
  query.uses.forEach((use) => {
    next.append('use', use);
  });
  set('sort', query.sortBy, 'name');
  set('direction', query.direction, 'asc');
  set('page', String(query.page), '1');
  set('perPage', String(query.perPage), String(PAGE_SIZES[0]));
  return next;
};

export const NO_FILTERS = { name: '', hookPoints: [], uses: [] } satisfies Partial<ScriptListQuery>;
