import { coFetchJSON } from '../shims/shared/src/utils/console-fetch';

interface SessionPersona {
  id: string;
  displayName: string;
  /** As the API server knows them. */
  name: string;
  groups: string[];
}

/** A real cluster, as `npm start -- --kubeconfig` connects the console to. */
export interface OwnCluster {
  cluster: string;
  context: string;
  /** The user of the kubeconfig. */
  user: string;
  actingAs?: string;
  kubernetesVersion: string;
  /** Undefined: KubeVirt is not installed. Empty: the user may not read its version. */
  kubeVirtVersion?: string;
  hasHco: boolean;
}

/** Who the browser acts as, and as whom it could. */
export interface Session {
  user: { name: string; groups: string[] };
  /** Undefined where there is nobody to choose. */
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

/** Acts as another persona from now on. Everything the page knows belongs to the old one, so it is loaded anew. */
export const switchPersona = async (persona: string): Promise<void> => {
  await coFetchJSON.post('/api/embedded/persona', { persona });
  window.location.reload();
};
