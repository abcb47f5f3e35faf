import type { HookScript } from './hookScripts';
import { pageOf, type Page } from '../rows/listQuery';
import type { ScriptListQuery, SortColumn } from './scriptListQuery';

/** The separator cannot occur in a name. */
export const scriptId = ({ configMap: { metadata }, key }: HookScript): string =>
  `${metadata.namespace ?? ''}/${metadata.name}/${key}`;

const matches =
  ({ name, hookPoints, uses }: ScriptListQuery) =>
  (script: HookScript): boolean =>
    `${script.configMap.metadata.name}/${script.key}`.toLowerCase().includes(name.trim().toLowerCase()) &&
    (hookPoints.length === 0 || hookPoints.some((point) => script.hookPoints.includes(point))) &&
    (uses.length === 0 ||
      (script.users !== undefined && uses.includes(script.users.length > 0 ? 'used' : 'unused')));

const ORDERS: Record<SortColumn, (one: HookScript, other: HookScript) => number> = {
  name: () => 0,
  namespace: (one, other) =>
    (one.configMap.metadata.namespace ?? '').localeCompare(other.configMap.metadata.namespace ?? ''),
  hookPoint: (one, other) => one.hookPoints.join().localeCompare(other.hookPoints.join()),
  users: (one, other) => (one.users?.length ?? 0) - (other.users?.length ?? 0),
  size: (one, other) => one.sizeBytes - other.sizeBytes,
  changed: (one, other) => (one.lastChange ?? '').localeCompare(other.lastChange ?? ''),
};

const byName = (one: HookScript, other: HookScript): number =>
  one.configMap.metadata.name.localeCompare(other.configMap.metadata.name, undefined, { numeric: true }) ||
  scriptId(one).localeCompare(scriptId(other));

export interface ScriptListRows extends Page<HookScript> {
  /** How many scripts match, on all pages. */
  count: number;
}

/** One page of the scripts that match, sorted by a column; equal rows by name. */
export const scriptListRows = (scripts: readonly HookScript[], query: ScriptListQuery): ScriptListRows => {
  const sign = query.direction === 'asc' ? 1 : -1;
  const order = ORDERS[query.sortBy];
  const found = scripts
    .filter(matches(query))
    .sort((one, other) =>
      query.sortBy === 'name' ? sign * byName(one, other) : sign * order(one, other) || byName(one, other),
    );
  return { ...pageOf(found, query.page, query.perPage), count: found.length };
};
