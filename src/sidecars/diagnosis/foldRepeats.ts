import type { TimelineEntry, TimelineKind } from './timeline';

/** A start calls a script two or three times; these entries are not folded. */
const MOST_UNFOLDED = 3;

/** After these, what happens again is not a repeat of what happened before. */
const BEGINNINGS: readonly TimelineKind[] = [
  'templateChanged',
  'scriptChanged',
  'instanceCreated',
  'podStarted',
];

const meaningOf = ({ kind, source, quote, hookPoint }: TimelineEntry): string =>
  JSON.stringify([kind, source.kind === 'log' ? source.container : source, quote, hookPoint]);

const fold = (group: readonly TimelineEntry[]): readonly TimelineEntry[] => {
  const [first, last] = [group.at(0), group.at(-1)];
  if (first === undefined || last === undefined || group.length <= MOST_UNFOLDED) {
    return group;
  }
  const { time, kind, source, quote, hookPoint } = first;
  // Without a duration: each took its own time.
  const event = { time, kind, source, quote, hookPoint };
  return [{ ...event, repeated: { times: group.length, until: last.time } }];
};

/** Endless retries would hide all other entries, so repeated entries become one. */
export const foldRepeats = (entries: readonly TimelineEntry[]): TimelineEntry[] => {
  const groups = new Map<string, TimelineEntry[]>();
  let beginnings = 0;
  for (const entry of entries) {
    beginnings += BEGINNINGS.includes(entry.kind) ? 1 : 0;
    const key = `${beginnings} ${meaningOf(entry)}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [entry]);
    } else {
      group.push(entry);
    }
  }
  return [...groups.values()].flatMap(fold);
};
