import { isRecord, without } from '../../store/jsonValue';

/** By which field the items of a list are told apart, by the name of the list, in the built-in kinds served here. */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  // Of containers and of services.
  ports: ['containerPort', 'port'],
  imagePullSecrets: ['name'],
  secrets: ['name'],
  hostAliases: ['ip'],
  ownerReferences: ['uid'],
  conditions: ['type'],
  addresses: ['type'],
};

/** Lists of plain values that are united and not replaced. */
const UNITED_LISTS = new Set(['finalizers']);

const mergeKeyOf = (field: string, items: readonly unknown[]): string | undefined =>
  MERGE_KEYS[field]?.find((key) => items.some((item) => isRecord(item) && key in item));

const mergeKeyedList = (current: readonly unknown[], patch: readonly unknown[], key: string): unknown[] => {
  if (patch.some((item) => isRecord(item) && item.$patch === 'replace')) {
    return patch
      .filter((item) => !(isRecord(item) && item.$patch === 'replace'))
      .map((item) => strategicMergePatch({}, item));
  }
  const result = [...current];
  for (const item of patch) {
    if (!isRecord(item)) {
      continue;
    }
    const index = result.findIndex((known) => isRecord(known) && known[key] === item[key]);
    if (item.$patch === 'delete') {
      if (index >= 0) {
        result.splice(index, 1);
      }
    } else if (index >= 0) {
      result[index] = strategicMergePatch(result[index], item);
    } else {
      result.push(strategicMergePatch({}, item));
    }
  }
  return result;
};

const mergeList = (field: string, current: unknown, patch: readonly unknown[]): unknown => {
  const known: unknown[] = Array.isArray(current) ? current : [];
  if (UNITED_LISTS.has(field)) {
    return [...new Set([...known, ...patch])];
  }
  const key = mergeKeyOf(field, [...patch, ...known]);
  return key === undefined ? patch : mergeKeyedList(known, patch, key);
};

/** Puts the items that `order` names into that order; the others keep their places behind them. */
const inOrder = (field: string, list: unknown, order: readonly unknown[]): unknown => {
  if (!Array.isArray(list)) {
    return list;
  }
  const items: unknown[] = list;
  const key = mergeKeyOf(field, items);
  const rank = (item: unknown): number => {
    const index = order.findIndex((wanted) =>
      key !== undefined && isRecord(item) && isRecord(wanted) ? wanted[key] === item[key] : wanted === item,
    );
    return index < 0 ? order.length : index;
  };
  return items.toSorted((left, right) => rank(left) - rank(right));
};

const applyDirective = (result: Map<string, unknown>, key: string, value: unknown): void => {
  const [directive, field = ''] = key.split('/', 2);
  const list = result.get(field);
  if (directive === '$setElementOrder' && Array.isArray(value)) {
    result.set(field, inOrder(field, list, value));
  } else if (directive === '$deleteFromPrimitiveList' && Array.isArray(value) && Array.isArray(list)) {
    result.set(
      field,
      list.filter((item) => !value.includes(item)),
    );
  } else if (directive === '$retainKeys' && Array.isArray(value)) {
    for (const known of [...result.keys()].filter((name) => !value.includes(name))) {
      result.delete(known);
    }
  }
};

/**
 * Strategic merge patch for the built-in kinds: as a merge patch, but lists of objects are merged item by item, and
 * the directives `$patch`, `$setElementOrder`, `$deleteFromPrimitiveList` and `$retainKeys` are obeyed.
 */
export const strategicMergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) {
    return patch;
  }
  if (patch.$patch === 'replace') {
    return without(patch, '$patch');
  }
  const result = new Map(Object.entries(patch.$patch === 'delete' || !isRecord(target) ? {} : target));
  const fields = Object.entries(patch);
  for (const [key, value] of fields.filter(([name]) => !name.startsWith('$'))) {
    if (value === null || (isRecord(value) && value.$patch === 'delete')) {
      result.delete(key);
    } else if (Array.isArray(value)) {
      result.set(key, mergeList(key, result.get(key), value));
    } else {
      result.set(key, strategicMergePatch(result.get(key), value));
    }
  }
  for (const [key, value] of fields.filter(([name]) => name.startsWith('$'))) {
    applyDirective(result, key, value);
  }
  return Object.fromEntries(result);
};
