import { getText } from '../read';
import { resourcePath } from '../resourcePath';

/** How much of a log is read: a hook's log is short, a compute log is not. */
const LIMIT_BYTES = 1024 * 1024;

export interface LogQuery {
  namespace: string;
  pod: string;
  container: string;
  /** The last container instance's log instead of the running one's. */
  previous?: boolean;
  tailLines?: number;
}

/** Reads a container's log as far as it goes now, with the API server's time before each line. Rejects with HttpError. */
export const readLog = async (query: LogQuery, signal?: AbortSignal): Promise<string> => {
  const parameters = new URLSearchParams({
    container: query.container,
    timestamps: 'true',
    limitBytes: String(LIMIT_BYTES),
    tailLines: String(query.tailLines ?? 1000),
    ...(query.previous === true ? { previous: 'true' } : {}),
  });
  const path = resourcePath(
    { apiVersion: 'v1', plural: 'pods' },
    { namespace: query.namespace, name: query.pod, subresource: 'log' },
  );
  const response = await getText(`${path}?${parameters.toString()}`, signal);
  return response.text();
};
