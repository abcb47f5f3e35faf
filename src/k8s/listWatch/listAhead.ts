import { askedAhead, type Ahead } from '../askedAhead';
import type { KeptName, KeptObjects } from '../../sidecars/rows/prune';
import type { ListWatchQuery } from './listPages';
import { listPages, queryPath } from './listPages';

/** A whole list, as from where it can be watched. */
export interface Listed<T> {
  items: T[];
  resourceVersion: string;
}

const lists = askedAhead<Listed<unknown>>();

/** What is asked, and what is kept of the answer, whoever asks. */
export const questionOf = (query: ListWatchQuery<KeptName>): string =>
  `${query.kept} ${queryPath(query, {})}`;

const listAll = async <Name extends KeptName>(
  query: ListWatchQuery<Name>,
): Promise<Listed<KeptObjects[Name]>> => {
  const items: KeptObjects[Name][] = [];
  const resourceVersion = await listPages(
    query,
    (page) => {
      items.push(...page);
    },
    new AbortController().signal,
  );
  return { items, resourceVersion };
};

/**
 * Reads a list for a page that is about to be opened. It is not watched: a WebSocket has to name an impersonated user, who
 * is known inside of the console's React tree only.
 */
export const listAhead = <Name extends KeptName>(
  query: ListWatchQuery<Name>,
): Ahead<Listed<KeptObjects[Name]>> =>
  lists.ask(questionOf(query), async () => listAll(query)) as Ahead<Listed<KeptObjects[Name]>>;

export const listedAhead = <Name extends KeptName>(
  query: ListWatchQuery<Name>,
): Ahead<Listed<KeptObjects[Name]>> | undefined =>
  lists.find(questionOf(query)) as Ahead<Listed<KeptObjects[Name]>> | undefined;
