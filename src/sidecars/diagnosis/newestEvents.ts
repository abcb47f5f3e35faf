import type { KubernetesEvent } from '../objects/resources';
import { eventTime } from './eventTime';

/** Comparing the texts of more of them blocks the page. */
export const EVENT_LIMIT = 1_000;

/** The newest events where there are too many. */
export const newestEvents = (events: readonly KubernetesEvent[]): readonly KubernetesEvent[] =>
  events.length <= EVENT_LIMIT
    ? events
    : events
        .map((event) => ({ event, at: Date.parse(eventTime(event) ?? '') || 0 }))
        .sort((one, other) => other.at - one.at)
        .slice(0, EVENT_LIMIT)
        .map(({ event }) => event);
