/** One entry of the navigation, from the host or from an extension, with its link worked out. */
export interface NavLink {
  id: string;
  section: string | undefined;
  name: string;
  href: string;
  isActive: boolean;
  dataAttributes: Record<string, string>;
  insertBefore: readonly string[];
  insertAfter: readonly string[];
  /** A line between entries instead of a link. */
  separator: boolean;
}

export interface NavSectionItem {
  id: string;
  name: string | undefined;
  dataAttributes: Record<string, string>;
  insertBefore: readonly string[];
  insertAfter: readonly string[];
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

const place = <T extends Placed>(order: readonly T[], item: T): T[] | undefined => {
  const before = firstKnown(order, item.insertBefore);
  if (before !== -1) {
    return order.toSpliced(before, 0, item);
  }
  const after = firstKnown(order, item.insertAfter);
  return after === -1 ? undefined : order.toSpliced(after + 1, 0, item);
};

/**
 * Orders entries as the console does: `insertBefore` wins over `insertAfter`, of each the first id that exists counts,
 * and what names no existing entry stays at the end in its own order. Every entry is in the answer exactly once.
 */
export const orderNavItems = <T extends Placed>(items: readonly T[]): T[] => {
  let order = items.filter(({ insertBefore, insertAfter }) => insertBefore.length + insertAfter.length === 0);
  let waiting = items.filter((item) => !order.includes(item));
  for (;;) {
    const left: T[] = [];
    for (const item of waiting) {
      const placed = place(order, item);
      if (placed === undefined) {
        left.push(item);
      } else {
        order = placed;
      }
    }
    if (left.length === 0 || left.length === waiting.length) {
      return [...order, ...left];
    }
    waiting = left;
  }
};
