/**
 * The interface between the API server (dev/cluster/api, dev/cluster/store) and the behaviour that runs on it
 * (dev/cluster/kubevirt, dev/cluster/openshift). Neither side imports the other's files.
 */
import type { Duplex } from 'node:stream';
import type { ObjectMeta } from '../../src/sidecars/objects/resources';

/** Any object in the store, with all fields of its kind. */
export interface StoredObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

/** A printer column of `kubectl get`; `value` returns the cell for an object. */
export interface PrinterColumn {
  name: string;
  type: 'string' | 'date' | 'integer' | 'boolean';
  format?: string;
  description?: string;
  /** 0 is always shown, 1 only with `-o wide`. */
  priority?: number;
  value: (object: StoredObject) => string | number | boolean | null;
}

/** The API server has two different messages for the same error. */
export interface DecodeFault {
  /** Those of its JSON decoder, for bodies and the results of JSON and merge patches. */
  decoder: string;
  /** Those for the result of a strategic merge patch. */
  converter: string;
}

/** The fields of a type; `true` for unchecked content. */
export type FieldTree = true | { readonly [field: string]: FieldTree };

/** One resource type the server serves. */
export interface ResourceType {
  /** '' for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  shortNames?: string[];
  categories?: string[];
  namespaced: boolean;
  verbs: string[];
  /** Names below the object that discovery lists, with their verbs: `status`, `exec`, `restart`, … */
  subresources?: { name: string; kind: string; group?: string; version?: string; verbs: string[] }[];
  /** Further versions under which the same stored objects are served. */
  alsoServedAs?: string[];
  /** Custom resources refuse strategic merge patches with 415, and their updates bump `generation`. */
  custom: boolean;
  columns?: PrinterColumn[];
  /** In addition to the fields of every object. Unknown fields are dropped with a warning, or refused in strict validation. */
  fields?: FieldTree;
  /** The API server's message for a field of a wrong type; undefined if there is none. */
  decodeFault?: (object: StoredObject) => DecodeFault | undefined;
  /** Structural checks of an object that is new or takes the place of `old`; throws ApiError 422 with causes. */
  validate?: (object: StoredObject, old?: StoredObject) => void;
}

export interface User {
  name: string;
  groups: string[];
}

/** Thrown anywhere on the server side; it becomes the Status object of the answer. */
export interface ApiErrorFields {
  code: number;
  reason: string;
  message: string;
  details?: Record<string, unknown>;
}

export interface AdmissionRequest {
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  type: ResourceType;
  namespace: string | undefined;
  name: string;
  object: StoredObject | undefined;
  oldObject: StoredObject | undefined;
  user: User;
  dryRun: boolean;
}

/** Returns the object to store, with defaults, or undefined to leave it unchanged; throws ApiError to refuse. */
export type AdmissionHandler = (request: AdmissionRequest) => StoredObject | undefined;

export interface SubresourceRequest {
  namespace: string | undefined;
  name: string;
  subresource: string;
  method: string;
  body: unknown;
  query: URLSearchParams;
  user: User;
}

/** How discovery lists a subresource, with the kind of its answer. Default: as those of `subresources.kubevirt.io`. */
export type SubresourceListing = Readonly<{ versions: readonly string[]; kind: string; verbs: string[] }>;

/** Returns the body with its HTTP code; throws ApiError. */
export type SubresourceHandler = (request: SubresourceRequest) => Promise<{ code: number; body?: unknown }>;

export interface ExecRequest {
  namespace: string;
  pod: string;
  container: string;
  command: string[];
  tty: boolean;
  /** Undefined if the client requested no stdin. */
  stdin: AsyncIterable<Uint8Array> | undefined;
  /** Resolves when the client has received it. Output that is not awaited is buffered in memory. */
  stdout: (chunk: Uint8Array | string) => Promise<void>;
  stderr: (chunk: Uint8Array | string) => Promise<void>;
  /** Aborted when the client disconnects. */
  signal: AbortSignal;
}

/** Runs a command in a container and returns its exit code. Throws ApiError if it cannot be started. */
export type ExecHandler = (request: ExecRequest) => Promise<number>;

interface StreamRequest {
  namespace: string | undefined;
  name: string;
}

/** Opens a raw stream of bytes, such as a serial console, that a WebSocket carries. Throws ApiError to refuse. */
export type StreamHandler = (request: StreamRequest) => Duplex;

export interface LogLine {
  time: Date;
  text: string;
}

/** The log of one container. `subscribe` gets every later line and returns a function that stops it. */
export interface ContainerLog {
  lines: () => readonly LogLine[];
  subscribe: (listener: (line: LogLine) => void, closed: () => void) => () => void;
}

export type LogHandler = (namespace: string, pod: string, container: string) => ContainerLog | undefined;

export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: StoredObject;
  oldObject?: StoredObject;
}

/**
 * The objects of the cluster. Reads answer deep-frozen or private copies: callers never change the store by
 * changing what they read. Writes throw ApiError (404, 409) as the API server would; they do not run admission
 * (controllers write directly; admission guards what comes in over HTTP) unless `admit` is given a user.
 */
export interface Store {
  types: () => readonly ResourceType[];
  findType: (group: string, version: string, plural: string) => ResourceType | undefined;
  get: (plural: string, namespace: string | undefined, name: string) => StoredObject | undefined;
  list: (plural: string, namespace?: string) => StoredObject[];
  create: (plural: string, object: StoredObject) => StoredObject;
  /** Replaces the object; a `metadata.resourceVersion` in it must be current. */
  update: (plural: string, object: StoredObject) => StoredObject;
  /** Reads, changes a private copy, writes; nothing is written when nothing changed. */
  modify: (
    plural: string,
    namespace: string | undefined,
    name: string,
    change: (draft: StoredObject) => void,
  ) => StoredObject;
  delete: (plural: string, namespace: string | undefined, name: string) => StoredObject;
  /** Every later change of the resource, in order. Returns a function that stops it. */
  subscribe: (plural: string, listener: (event: StoreEvent) => void) => () => void;
}

/** What a behaviour (KubeVirt, HCO) can register. Plural names identify resources, because they are unique here. */
export interface ClusterHost {
  store: Store;
  registerTypes: (types: readonly ResourceType[]) => void;
  /** Creates an object as a controller's request does: with admission. */
  createAdmitted: (plural: string, object: StoredObject) => StoredObject;
  /** The same for an update. */
  updateAdmitted: (plural: string, object: StoredObject) => StoredObject;
  onAdmission: (plural: string, handler: AdmissionHandler) => void;
  /**
   * `group` is that of the path: `subresources.kubevirt.io` for `…/virtualmachines/x/restart`. An empty subresource is a
   * request to `…/plural` with an object that is not stored: a PUT, or what the type's verbs allow if it is registered.
   */
  onSubresource: (
    group: string,
    plural: string,
    subresource: string,
    handler: SubresourceHandler,
    listing?: SubresourceListing,
  ) => void;
  /** The same for a subresource that is a stream; it is served as `plain.kubevirt.io`. */
  onStream: (group: string, plural: string, subresource: string, handler: StreamHandler) => void;
  onExec: (handler: ExecHandler) => void;
  onLog: (handler: LogHandler) => void;
  /** Runs when the cluster stops; must leave no process, timer or file behind. */
  onClose: (handler: () => void | Promise<void>) => void;
}

/** A user to act as: the bearer token and the identity for the API server. */
export interface Persona extends User {
  id: 'admin' | 'editor' | 'viewer';
  token: string;
  /** Shown in the console's masthead. */
  displayName: string;
}

export interface RunningCluster {
  host: ClusterHost;
  /** `http://127.0.0.1:9080` */
  url: string;
  personas: readonly Persona[];
  kubeconfigPath: string | undefined;
  close: () => Promise<void>;
}

export interface ClusterOptions {
  /** 0 picks a free port. Default 9080. */
  port?: number;
  /** Where to write a kubeconfig; undefined writes none. */
  writeKubeconfig?: string;
  /** Objects to start with, created in this order through admission as admin. */
  objects?: readonly StoredObject[];
  /** Serves `/__faults`, with which tests make requests fail. Off by default. */
  faults?: boolean;
  /** Overrides that speed up or slow down what KubeVirt does. */
  timing?: Partial<ClusterTiming>;
}

/** Durations, in milliseconds, of what takes time in a real cluster. */
export interface ClusterTiming {
  /** From a VM being started to its pod running. */
  podStart: number;
  /** From the pod running to the domain running. */
  domainStart: number;
  /** How long virt-launcher waits for hook sockets before it gives up (240 s for real). */
  hookSocketTimeout: number;
  /** Until HCO has reconciled a change. */
  hcoReconcile: number;
  /** Between two tries of a failing sync. */
  syncRetry: number;
  /** Guest shutdown. */
  shutdown: number;
}
