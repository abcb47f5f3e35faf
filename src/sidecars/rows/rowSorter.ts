import { SEVERITIES } from '../checks/check';
import type { KubernetesObject } from '../objects/resources';
import type { OrderAndPage } from './listQuery';
import { compareKeys, naturalKey } from './naturalKey';
import type { VmFindings } from './vmFindings';

/** By the worst finding, then by their number; unknown last. */
export const findingsUrgency = ({ findings }: { findings: VmFindings | undefined }): number => {
  const worst = findings?.list[0];
  if (findings === undefined || worst === undefined) {
    return findings === undefined ? SEVERITIES.length + 1 : SEVERITIES.length;
  }
  return SEVERITIES.indexOf(worst.severity) - findings.list.length / (findings.list.length + 1);
};

/** The key of a row in each column; all keys of a column have the same type. */
export type SortKeys<Row, Column extends string> = Record<
  Exclude<Column, 'name' | 'namespace'>,
  (row: Row) => string | number
>;

export type RowSorter<Row, Column> = (
  rows: readonly Row[],
  by: Pick<OrderAndPage<Column>, 'sortBy' | 'direction'>,
) => Row[];

interface Placed<Row> {
  row: Row;
  name: string;
  namespace: string;
}

/**
 * Returns a function that sorts rows by a column, equal rows by name and then namespace in either direction. Caches the keys
 * of rows and the order by name, so that another column or direction costs only one sort.
 */
export const createRowSorter = <Row extends object, Column extends string>(
  objectOf: (row: Row) => KubernetesObject,
  keys: SortKeys<Row, Column>,
): RowSorter<Row, Column> => {
  const known = new WeakMap<Row, Placed<Row>>();
  let last: { rows: readonly Row[]; byName: Placed<Row>[] } | undefined;

  const placeOf = (row: Row): Placed<Row> => {
    const before = known.get(row);
    if (before !== undefined) {
      return before;
    }
    const { name, namespace = '' } = objectOf(row).metadata;
    const place = { row, name: naturalKey(name), namespace: naturalKey(namespace) };
    known.set(row, place);
    return place;
  };

  const byName = (rows: readonly Row[]): Placed<Row>[] => {
    if (last?.rows !== rows) {
      last = {
        rows,
        byName: rows
          .map(placeOf)
          .sort(
            (one, other) => compareKeys(one.name, other.name) || compareKeys(one.namespace, other.namespace),
          ),
      };
    }
    return last.byName;
  };

  return (rows, { sortBy, direction }) => {
    const sign = direction === 'asc' ? 1 : -1;
    const keyOf = (place: Placed<Row>): string | number =>
      sortBy === 'name'
        ? place.name
        : sortBy === 'namespace'
          ? place.namespace
          : keys[sortBy as Exclude<Column, 'name' | 'namespace'>](place.row);
    const keyed = byName(rows).map((place) => ({ row: place.row, key: keyOf(place) }));
    // Sorting is stable, so rows with equal keys stay in the order of names.
    return keyed.sort((one, other) => sign * compareKeys(one.key, other.key)).map(({ row }) => row);
  };
};
