import { coFetchJSON } from '../shims/shared/src/utils/console-fetch';

interface SessionPersona {
  id: string;
  displayName: string;
}

/** Who the browser acts as, and as whom it could. */
export interface Session {
  user: { name: string; groups: string[] };
  persona: string;
  personas: SessionPersona[];
  /** `host:port` of the cluster's API server, for `kubectl`. */
  apiServer: string;
  /** Feature flags that are set from the beginning. */
  flags: string[];
}

export const loadSession = async (): Promise<Session> =>
  (await coFetchJSON('/api/embedded/session')) as Session;

/** Acts as another persona from now on. Everything the page knows belongs to the old one, so it is loaded anew. */
export const switchPersona = async (persona: string): Promise<void> => {
  await coFetchJSON.post('/api/embedded/persona', { persona });
  window.location.reload();
};
