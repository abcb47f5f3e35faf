import { getText } from '../read';
import { resourcePath } from '../resourcePath';
import { lineSplitter } from './lineSplitter';

export interface LogQuery {
  namespace: string;
  pod: string;
  container: string;
  /** The log of the previous container instance instead of the running one. */
  previous?: boolean;
  /** Number of last lines; undefined reads the whole log, which the node rotates at about 10 MiB. */
  tailLines?: number;
  /** Whether the API server puts a time before each line; by default it does. Old nodes put one into long lines, too. */
  timestamps?: boolean;
}

const openLog = async (query: LogQuery, signal: AbortSignal | undefined): Promise<Response> => {
  const parameters = new URLSearchParams({
    container: query.container,
    ...(query.timestamps === false ? {} : { timestamps: 'true' }),
    ...(query.tailLines === undefined ? {} : { tailLines: String(query.tailLines) }),
    ...(query.previous === true ? { previous: 'true' } : {}),
  });
  const path = resourcePath(
    { apiVersion: 'v1', plural: 'pods' },
    { namespace: query.namespace, name: query.pod, subresource: 'log' },
  );
  return getText(`${path}?${parameters.toString()}`, signal);
};

/**
 * Reads the current log of a container line by line, with the API server's timestamps, without storing all of it. Rejects
 * with HttpError, or with the signal's reason.
 *
 * It does not follow: the API server sends no headers while a log is silent, and the console's fetch times out after a
 * minute. Callers read a short tail repeatedly instead.
 *
 * @param options.onActivity called for all incoming data, also within a long line
 */
export const readLogLines = async (
  query: LogQuery,
  onLine: (line: string) => void,
  { signal, onActivity }: { signal?: AbortSignal; onActivity?: () => void } = {},
): Promise<void> => {
  const response = await openLog(query, signal);
  const reader = response.body?.getReader();
  if (reader === undefined) {
    return;
  }
  const splitter = lineSplitter();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    onActivity?.();
    splitter.push(next.value).forEach(onLine);
  }
  splitter.end().forEach(onLine);
};
