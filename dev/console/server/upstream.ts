import type { Agent, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Impersonation } from './impersonation';

/** How one request reaches the API server. It holds credentials: never logged, never sent to the browser. */
export interface Connection {
  /** Base URL, as `https://api.example:6443`; it may have a path that comes before the API's. */
  url: string;
  headers: OutgoingHttpHeaders;
  /** Brings the TLS options and the way through a proxy; undefined connects plainly. */
  agent?: Agent;
}

/** What the browser may know of a real cluster. */
export interface OwnClusterView {
  cluster: string;
  context: string;
  /** The user of the kubeconfig, and as whom the console acts if that is someone else. */
  user: string;
  actingAs?: string;
  /** `v1.33.1` */
  kubernetesVersion: string;
  /** Undefined: KubeVirt is not installed. Empty: it is, and its version is not told. */
  kubeVirtVersion?: string;
  hasHco: boolean;
}

interface SessionView {
  user: { name: string; groups: string[] };
  /** Who the browser acts as; undefined where there is no choice. */
  persona?: string;
  /** Empty where there is no choice. */
  personas: { id: string; displayName: string; name: string; groups: string[] }[];
  /** `host:port` of the API server. */
  apiServer: string;
  /** Present when the cluster is not the embedded one. */
  ownCluster?: OwnClusterView;
}

/** Why a request goes no further than the console. Its message is for the user and holds no credentials. */
export class UpstreamRefusal extends Error {
  constructor(
    readonly status: 401 | 403 | 502,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** The API server behind the console, and as whom the console talks to it. */
export interface Upstream {
  /** `host:port`, for sentences. */
  apiServer: string;
  /** Rejects with UpstreamRefusal when there are no credentials, or may not be used so. */
  connect: (request: IncomingMessage, impersonation: Impersonation) => Promise<Connection>;
  /** Called when the API server answers 401. True when the next `connect` may bring other credentials. */
  credentialsRefused: () => boolean;
  session: (request: IncomingMessage) => SessionView;
  /** As whom the browser may choose to act; empty where there is no choice. */
  personaIds: readonly string[];
  /** A sentence that says why the cluster cannot be used now; undefined when it can. */
  trouble: () => Promise<string | undefined>;
}
