import type { StoredObject } from '../../contract';
import { ApiError, badRequest } from '../../store/apiError';
import type { RecordedEvent } from '../../store/collection';
import { flag } from '../requestPath';
import type { ResourceRequest } from '../resourceRequest';
import { apiVersionOf } from '../resourceRequest';
import type { Matcher } from '../selectors';
import { requestMatcher } from '../selectors';
import { statusOf } from '../status';
import { tooLargeVersion } from './futureVersion';
import { renderOne } from './render';

const BOOKMARK_INTERVAL_MS = 60_000;
const DEFAULT_TIMEOUT_MS = 30 * 60_000;

/** What events weigh while they wait: a client may take its time for what was there when it came, however much that is. */
const STATE = 0;
const CHANGE = 1;

/** Where the events of a watch go. */
export interface WatchSink {
  /** Gets a function that makes the JSON of one watch event when it is sent, and its weight in the queue. */
  send: (event: () => string, weight: number) => void;
  /** No more events follow; queued ones are still sent. */
  end: () => void;
  /** Cuts the connection. */
  cut: () => void;
}

const eventText = (type: string, object: string): string => `{"type":"${type}","object":${object}}`;

/** The event that an observer of the matching objects sees for a change; undefined for none. */
const visibleChange = (
  event: RecordedEvent,
  matches: Matcher,
): { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: StoredObject } | undefined => {
  const before = event.type !== 'ADDED' && event.oldObject !== undefined && matches(event.oldObject);
  const after = event.type !== 'DELETED' && matches(event.object);
  if (after) {
    return { type: before ? 'MODIFIED' : 'ADDED', object: event.object };
  }
  if (!before || event.oldObject === undefined) {
    return undefined;
  }
  // An object that no longer matches is reported in its last matching state, with the resourceVersion of the change.
  const metadata = { ...event.oldObject.metadata, resourceVersion: String(event.resourceVersion) };
  return {
    type: 'DELETED',
    object: event.type === 'DELETED' ? event.object : { ...event.oldObject, metadata },
  };
};

/** A bookmark has no name and nothing to show in columns: only its resourceVersion counts. */
const bookmark = (request: ResourceRequest, resourceVersion: number, initialEnd: boolean): string => {
  const object = {
    kind: request.type.kind,
    apiVersion: apiVersionOf(request),
    metadata: {
      ...(initialEnd ? { annotations: { 'k8s.io/initial-events-end': 'true' } } : {}),
      resourceVersion: String(resourceVersion),
    },
  };
  const table = {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { resourceVersion: String(resourceVersion) },
    columnDefinitions: [],
    rows: [{ cells: [], object }],
  };
  return eventText('BOOKMARK', JSON.stringify(request.presentation === 'Table' ? table : object));
};

const startOf = (query: URLSearchParams): number | undefined => {
  const text = query.get('resourceVersion') ?? '';
  if (!/^\d*$/.test(text)) {
    throw new ApiError(400, 'BadRequest', `Invalid value: ${JSON.stringify(text)}: invalid resource version`);
  }
  return text === '' || text === '0' ? undefined : Number(text);
};

const checkInitialEvents = (query: URLSearchParams): void => {
  if (query.has('sendInitialEvents') && query.get('resourceVersionMatch') !== 'NotOlderThan') {
    throw new ApiError(
      422,
      'Invalid',
      'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
};

/** Starts a watch with valid parameters; returns a function that stops it. */
export type WatchStart = (sink: WatchSink) => () => void;

const matcherOf = ({ type, namespace, name, query }: ResourceRequest): Matcher => {
  const selected = requestMatcher(query, type.plural);
  return (object) =>
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (name === undefined || object.metadata.name === name) &&
    selected.matches(object);
};

const timeoutOf = (query: URLSearchParams): number => {
  const text = query.get('timeoutSeconds') ?? '';
  if (!/^\d*$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  return Number(text) * 1000 || DEFAULT_TIMEOUT_MS;
};

/**
 * Parses a watch request; throws ApiError for invalid parameters. A resourceVersion that is too old is reported inside the
 * stream as an ERROR event with code 410, one from the future as 504 if the initial state is requested.
 */
export const planWatch = (request: ResourceRequest): WatchStart => {
  const { host, type, namespace, query } = request;
  const collection = host.store.collection(type.plural);
  const matches = matcherOf(request);
  const from = startOf(query);
  const timeout = timeoutOf(query);
  checkInitialEvents(query);
  const bookmarks = flag(query, 'allowWatchBookmarks');
  const sendInitialEvents = flag(query, 'sendInitialEvents');
  const withState = query.has('sendInitialEvents') ? sendInitialEvents : from === undefined;

  return (sink) => {
    const send = (event: RecordedEvent): void => {
      // One from the future says nothing until then.
      const change = event.resourceVersion > (from ?? 0) ? visibleChange(event, matches) : undefined;
      if (change !== undefined) {
        sink.send(() => eventText(change.type, renderOne(request, change.object)), CHANGE);
      }
    };
    const sendBookmark = (initialEnd = false): void => {
      if (bookmarks) {
        const resourceVersion = host.store.resourceVersion();
        sink.send(() => bookmark(request, resourceVersion, initialEnd), CHANGE);
      }
    };
    const fail = (error: ApiError): (() => void) => {
      sink.send(() => eventText('ERROR', JSON.stringify(statusOf(error))), CHANGE);
      sink.end();
      return () => undefined;
    };
    const current = host.store.resourceVersion();
    if (withState && from !== undefined && from > current) {
      return fail(tooLargeVersion(from, current));
    }
    if (withState) {
      for (const object of collection.objects(namespace)) {
        if (matches(object)) {
          sink.send(() => eventText('ADDED', renderOne(request, object)), STATE);
        }
      }
      if (sendInitialEvents) {
        sendBookmark(true);
      }
    } else if (from !== undefined) {
      const missed = collection.changesAfter(from);
      if (missed === undefined) {
        const oldest = collection.oldestResourceVersion();
        return fail(new ApiError(410, 'Expired', `too old resource version: ${from} (${oldest})`));
      }
      missed.forEach(send);
    }

    const unsubscribe = host.store.subscribeRecorded(type.plural, send);
    const ticker = setInterval(sendBookmark, BOOKMARK_INTERVAL_MS);
    const stop = (): void => {
      unsubscribe();
      clearInterval(ticker);
      clearTimeout(timer);
    };
    const timer = setTimeout(() => {
      stop();
      sendBookmark();
      sink.end();
    }, timeout);
    return stop;
  };
};
