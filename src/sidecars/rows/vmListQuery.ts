import { STATE_KINDS, type SidecarStateKind } from '../state/state';
import { FINDING_FILTERS, type FindingFilter } from './findingFilter';

export const SORT_COLUMNS = [
  'name',
  'namespace',
  'status',
  'scripts',
  'state',
  'findings',
  'created',
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];
type Direction = 'asc' | 'desc';

export const PAGE_SIZES = [20, 50, 100] as const;

/** The list's filters, order and page, all of which are in the URL. */
export interface VmListQuery {
  name: string;
  script: string;
  states: SidecarStateKind[];
  findings: FindingFilter[];
  hasSidecars: boolean;
  sortBy: SortColumn;
  direction: Direction;
  /** Starts at 1. */
  page: number;
  perPage: number;
}

const PARAMETERS = [
  'name',
  'script',
  'state',
  'finding',
  'sidecars',
  'sort',
  'direction',
  'page',
  'perPage',
] as const;

/** Reads a URL; unknown and missing values become defaults. */
export const readVmListQuery = (parameters: URLSearchParams): VmListQuery => {
  const sort = parameters.get('sort');
  const states = parameters.getAll('state');
  const findings = parameters.getAll('finding');
  const page = Number(parameters.get('page'));
  const perPage = Number(parameters.get('perPage'));
  return {
    name: parameters.get('name') ?? '',
    script: parameters.get('script') ?? '',
    states: STATE_KINDS.filter((kind) => states.includes(kind)),
    findings: FINDING_FILTERS.filter((filter) => findings.includes(filter)),
    hasSidecars: parameters.get('sidecars') === 'attached',
    sortBy: SORT_COLUMNS.find((column) => column === sort) ?? 'name',
    direction: parameters.get('direction') === 'desc' ? 'desc' : 'asc',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    perPage: PAGE_SIZES.find((size) => size === perPage) ?? PAGE_SIZES[0],
  };
};

/** The URL parameters of a query: other parameters stay, defaults are omitted. */
export const writeVmListQuery = (parameters: URLSearchParams, query: VmListQuery): URLSearchParams => {
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
  set('script', query.script, '');
  query.states.forEach((state) => {
    next.append('state', state);
  });
  query.findings.forEach((finding) => {
    next.append('finding', finding);
  });
  set('sidecars', query.hasSidecars ? 'attached' : '', '');
  set('sort', query.sortBy, 'name');
  set('direction', query.direction, 'asc');
  set('page', String(query.page), '1');
  set('perPage', String(query.perPage), String(PAGE_SIZES[0]));
  return next;
};

export const NO_FILTERS = {
  name: '',
  script: '',
  states: [],
  findings: [],
  hasSidecars: false,
} satisfies Partial<VmListQuery>;

export const isFiltered = ({ name, script, states, findings, hasSidecars }: VmListQuery): boolean =>
  name.trim() !== '' || script.trim() !== '' || states.length > 0 || findings.length > 0 || hasSidecars;
