import type { XmlElement } from '../../domainSpec/xmlElement';
import type { Fingerprints } from './fingerprints';
import { identitiesOf } from './identity';

export interface ChildPair {
  before: XmlElement | undefined;
  after: XmlElement | undefined;
  /** Its place among the siblings of its name has changed. */
  isMoved: boolean;
}

const indexesByName = (children: readonly XmlElement[]): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  children.forEach(({ name }, index) => {
    const group = groups.get(name);
    if (group === undefined) {
      groups.set(name, [index]);
    } else {
      group.push(index);
    }
  });
  return groups;
};

/** The members of a sequence of different numbers that are not in its longest ascending part. */
const outOfOrder = (numbers: readonly number[]): Set<number> => {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    previous[index] = low === 0 ? undefined : ends[low - 1];
    ends[low] = index;
  });
  const moved = new Set(numbers);
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    moved.delete(numbers[at] ?? 0);
  }
  return moved;
};

/** Pairs siblings of one name: equal ones, then those of the same identity, then those without any in their order. */
class GroupMatch {
  /** The index after, by the index before. */
  readonly matched = new Map<number, number>();

  constructor(
    private readonly before: readonly XmlElement[],
    private readonly after: readonly XmlElement[],
    private leftBefore: number[],
    private leftAfter: number[],
  ) {}

  pairBy(keyOf: (element: XmlElement) => string | number | undefined): void {
    const waiting = new Map<string | number, number[]>();
    for (const index of this.leftBefore.toReversed()) {
      const key = this.keyAt(this.before, index, keyOf);
      if (key !== undefined) {
        const queue = waiting.get(key) ?? [];
        waiting.set(key, queue);
        queue.push(index);
      }
    }
    this.leftAfter = this.leftAfter.filter((index) => {
      const key = this.keyAt(this.after, index, keyOf);
      const found = key === undefined ? undefined : waiting.get(key)?.pop();
      if (found !== undefined) {
        this.matched.set(found, index);
      }
      return found === undefined;
    });
    this.leftBefore = this.leftBefore.filter((index) => !this.matched.has(index));
  }

  private keyAt<T>(
    elements: readonly XmlElement[],
    index: number,
    keyOf: (element: XmlElement) => T,
  ): T | undefined {
    const element = elements[index];
    return element && keyOf(element);
  }
}

const sources = [0, 1, 2] as const;

const matches = (
  before: readonly XmlElement[],
  after: readonly XmlElement[],
  fingerprints: Fingerprints,
): Map<number, number> => {
  const all = new Map<number, number>();
  const groupsAfter = indexesByName(after);
  for (const [name, group] of indexesByName(before)) {
    const match = new GroupMatch(before, after, group, groupsAfter.get(name) ?? []);
    match.pairBy((element) => fingerprints.of(element));
    for (const source of sources) {
      match.pairBy((element) => identitiesOf(element)[source]);
    }
    match.pairBy((element) => (identitiesOf(element).every((one) => one === undefined) ? '' : undefined));
    match.matched.forEach((afterIndex, beforeIndex) => all.set(beforeIndex, afterIndex));
  }
  return all;
};

/** The indexes after of pairs whose order has changed. Only the order among elements of one name has a meaning. */
const movedIndexes = (
  after: readonly XmlElement[],
  beforeByAfter: ReadonlyMap<number, number>,
): Set<number> => {
  const moved = new Set<number>();
  for (const group of indexesByName(after).values()) {
    const paired = group.filter((index) => beforeByAfter.has(index));
    const places = paired.map((index) => beforeByAfter.get(index) ?? 0);
    const wrong = outOfOrder(places);
    paired.filter((_index, place) => wrong.has(places[place] ?? 0)).forEach((index) => moved.add(index));
  }
  return moved;
};

/** All children of both elements, in the order of the second; removed ones follow the sibling that they followed. */
export const matchChildren = (
  before: readonly XmlElement[],
  after: readonly XmlElement[],
  fingerprints: Fingerprints,
): ChildPair[] => {
  const afterByBefore = matches(before, after, fingerprints);
  const beforeByAfter = new Map(Array.from(afterByBefore, ([one, other]) => [other, one]));
  const moved = movedIndexes(after, beforeByAfter);
  const removedAfter = new Map<number, ChildPair[]>();
  let place = -1;
  before.forEach((element, index) => {
    const partner = afterByBefore.get(index);
    if (partner !== undefined) {
      place = partner;
      return;
    }
    const removed = removedAfter.get(place) ?? [];
    removedAfter.set(place, removed);
    removed.push({ before: element, after: undefined, isMoved: false });
  });
  return [
    ...(removedAfter.get(-1) ?? []),
    ...after.flatMap((element, index): ChildPair[] => {
      const partner = beforeByAfter.get(index);
      const pair: ChildPair = {
        before: partner === undefined ? undefined : before[partner],
        after: element,
        isMoved: moved.has(index),
      };
      return [pair, ...(removedAfter.get(index) ?? [])];
    }),
  ];
};
