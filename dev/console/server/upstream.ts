import type { Agent, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Impersonation } from './impersonation';

/** How one request reaches the API server. Contains credentials: never log it or send it to the browser. */
export interface Connection {
  /** Base URL, such as `https://api.example:6443`; its path, if any, is a prefix of the API's paths. */
  url: string;
  headers: OutgoingHttpHeaders;
  /** Has the TLS options and the proxy; undefined connects without them. */
  agent?: Agent;
}

/** What the browser may know about a real cluster. */
export interface OwnClusterView {
  cluster: string;
  context: string;
  /** The user of the kubeconfig, or the impersonated user. */
  user: string;
  actingAs?: string;
  /** `v1.33.1` */
  kubernetesVersion: string;
  /** Undefined: KubeVirt is not installed. Empty: it is, but the user may not read its version. */
  kubeVirtVersion?: string;
  hasHco: boolean;
}

interface SessionView {
  user: { name: string; groups: string[] };
  /** The browser's persona; undefined without a choice. */
  persona?: string;
  /** Empty without a choice. */
  personas: { id: string; displayName: string; name: string; groups: string[] }[];
  /** `host:port` of the API server. */
  apiServer: string;
  /** Present if the cluster is not the embedded one. */
  ownCluster?: OwnClusterView;
}

/** Why the console did not forward a request. Its message is for the user and contains no credentials. */
export class UpstreamRefusal extends Error {
  constructor(
    readonly status: 401 | 403 | 502,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** The API server behind the console, and the credentials for it. */
export interface Upstream {
  /** `host:port`, for messages. */
  apiServer: string;
  /** Rejects with UpstreamRefusal if there are no credentials, or if they may not be used for this. */
  connect: (request: IncomingMessage, impersonation: Impersonation) => Promise<Connection>;
  /** Called when the API server answers 401. True if the next `connect` may return other credentials. */
  credentialsRefused: () => boolean;
  session: (request: IncomingMessage) => SessionView;
  /** The personas that the browser may choose; empty without a choice. */
  personaIds: readonly string[];
  /** Why the cluster cannot be used now, as a sentence; undefined if it can. */
  trouble: () => Promise<string | undefined>;
}
