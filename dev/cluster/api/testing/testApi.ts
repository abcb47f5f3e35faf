import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { Persona, ResourceType, RunningCluster, StoredObject } from '../../contract';
import type { Behaviour } from '../../index';
import { startCluster } from '../../index';
import { isRecord } from '../../store/jsonValue';

/** A custom type like KubeVirt's, without KubeVirt's behaviour. */
const MACHINE_TYPE: ResourceType = {
  group: 'kubevirt.io',
  version: 'v1',
  alsoServedAs: ['v1alpha3'],
  kind: 'VirtualMachine',
  plural: 'virtualmachines',
  singular: 'virtualmachine',
  shortNames: ['vm', 'vms'],
  categories: ['all'],
  namespaced: true,
  verbs: ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'],
  subresources: [{ name: 'status', kind: 'VirtualMachine', verbs: ['get', 'patch', 'update'] }],
  custom: true,
  columns: [
    { name: 'Age', type: 'date', value: ({ metadata }) => metadata.creationTimestamp ?? null },
    {
      name: 'Strategy',
      type: 'string',
      value: ({ spec }) => (isRecord(spec) ? String(spec.runStrategy) : null),
    },
  ],
};

const clusterType = (kind: string, plural: string, group: string): ResourceType => ({
  ...MACHINE_TYPE,
  group,
  kind,
  plural,
  singular: kind.toLowerCase(),
  shortNames: [],
  subresources: [],
  alsoServedAs: [],
});

export const machine = (name: string, rest: Partial<StoredObject> = {}): StoredObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  spec: { runStrategy: 'Halted' },
  ...rest,
  metadata: { name, namespace: 'team-a', ...rest.metadata },
});

export const namespace = (name: string): StoredObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});

/** A running pod with one container, `main`. */
export const runningPod = (name: string): StoredObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'team-a' },
  spec: { nodeName: 'node', containers: [{ name: 'main', image: 'x' }] },
  status: {
    phase: 'Running',
    containerStatuses: [{ name: 'main', ready: true, restartCount: 0, state: { running: {} } }],
  },
});

export const MACHINES_PATH = '/apis/kubevirt.io/v1/namespaces/team-a/virtualmachines';

interface RequestOptions {
  as?: Persona['id'] | 'nobody';
  body?: unknown;
  type?: string;
  headers?: Record<string, string | string[]>;
}

interface TestAnswer {
  code: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The JSON of the answer; undefined if it is not JSON. */
  body: Record<string, unknown>;
}

export interface TestApi {
  cluster: RunningCluster;
  request: (method: string, path: string, options?: RequestOptions) => Promise<TestAnswer>;
  /** Sends a request and does not read its answer. */
  open: (method: string, path: string, options?: RequestOptions) => Promise<IncomingMessage>;
  token: (id: Persona['id']) => string;
}

const parse = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
};

/** A cluster without KubeVirt's behaviour, with VMs and namespace team-a, and a client for it. */
export const startTestApi = async (
  objects: readonly StoredObject[] = [],
  ...behaviours: Behaviour[]
): Promise<TestApi> => {
  const cluster = await startCluster({
    port: 0,
    behaviours: [
      (host) => {
        host.registerTypes([
          MACHINE_TYPE,
          clusterType('KubeVirt', 'kubevirts', 'kubevirt.io'),
          clusterType('HyperConverged', 'hyperconvergeds', 'hco.kubevirt.io'),
        ]);
      },
      ...behaviours,
    ],
    objects: [namespace('team-a'), ...objects],
  });
  const token = (id: Persona['id']): string =>
    cluster.personas.find((persona) => persona.id === id)?.token ?? '';

  const open: TestApi['open'] = async (method, path, { as = 'admin', body, type, headers = {} } = {}) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const request = httpRequest(cluster.url + path, {
      method,
      headers: {
        ...(as === 'nobody' ? {} : { authorization: `Bearer ${token(as)}` }),
        ...(text === undefined
          ? {}
          : { 'content-type': type ?? 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...headers,
      },
    });
    request.end(text);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  };

  return {
    cluster,
    open,
    token,
    request: async (method, path, options) => {
      const response = await open(method, path, options);
      const chunks: Buffer[] = [];
      for await (const chunk of response as AsyncIterable<Buffer>) {
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks).toString();
      return { code: response.statusCode ?? 0, headers: response.headers, text, body: parse(text) };
    },
  };
};
