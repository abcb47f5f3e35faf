import { coFetchJSON } from '../shims/shared/src/utils/console-fetch';

interface SessionPersona {
  id: string;
  displayName: string;
  /** The name for the API server. */
  name: string;
  groups: string[];
}

/** The real cluster of `npm start -- --kubeconfig`. */
export interface OwnCluster {
  cluster: string;
  context: string;
  user: string;
  actingAs?: string;
  kubernetesVersion: string;
  /** Undefined: KubeVirt is not installed. Empty: the user may not read its version. */
  kubeVirtVersion?: string;
  hasHco: boolean;
}

export interface Session {
  user: { name: string; groups: string[] };
  /** Undefined if there is no choice of personas. */
  persona?: string;
  personas: SessionPersona[];
  /** `host:port` of the cluster's API server, for `kubectl`. */
  apiServer: string;
  /** Undefined for the embedded cluster. */
  ownCluster?: OwnCluster;
  /** Feature flags that are set from the beginning. */
  flags: string[];
}

export const loadSession = async (): Promise<Session> =>
  (await coFetchJSON('/api/embedded/session')) as Session;

/** Acts as another persona and reloads the page, because all cached data belongs to the old one. */
export const switchPersona = async (persona: string): Promise<void> => {
  await coFetchJSON.post('/api/embedded/persona', { persona });
  window.location.reload();
};
