/** One entry of the navigation, from the host or from an extension, with its resolved link. */
export interface NavLink {
  id: string;
  name: string;
  href: string;
  isActive: boolean;
  dataAttributes: Record<string, string>;
  /** A line between entries instead of a link. */
  separator: boolean;
}

export interface NavSectionItem {
  id: string;
  name: string | undefined;
  dataAttributes: Record<string, string>;
}

interface Placed {
  id: string;
  insertBefore: readonly string[];
  insertAfter: readonly string[];
}

export const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const firstKnown = (order: readonly Placed[], ids: readonly string[]): number =>
  ids.map((id) => order.findIndex((item) => item.id === id)).find((index) => index !== -1) ?? -1;

const place = <T extends Placed>(order: readonly T[], item: T): T[] => {
  const before = firstKnown(order, item.insertBefore);
  const after = firstKnown(order, item.insertAfter);
  return order.toSpliced(before !== -1 ? before : after !== -1 ? after + 1 : order.length, 0, item);
};

const namesOneOf = (items: readonly Placed[], { insertBefore, insertAfter }: Placed): boolean =>
  items.some(({ id }) => insertBefore.includes(id) || insertAfter.includes(id));

/**
 * Orders entries as the console does: `insertBefore` takes precedence over `insertAfter`; of each, the first id that is
 * placed counts; an entry that names no existing entry keeps its place. An entry is placed after those that it names.
 * Entries that name each other (as kubevirt-plugin's do) are placed in their own order.
 */
export const orderNavItems = <T extends Placed>(items: readonly T[]): T[] => {
  let order = items.filter((item) => !namesOneOf(items, item));
  let waiting = items.filter((item) => namesOneOf(items, item));
  while (waiting.length > 0) {
    const free = waiting.filter((item) => !namesOneOf(waiting, item));
    const next = free.length === 0 ? waiting : free;
    order = next.reduce<T[]>(place, order);
    waiting = waiting.filter((item) => !next.includes(item));
  }
  return order;
};
