import type { ResourceType, RunningCluster, StoredObject } from '../cluster/contract';
import type { Manifest } from './manifests';

/** Order of creation: namespaces, then everything else, then the VMs that use it. */
const rank = ({ object }: Manifest): number =>
  object.kind === 'Namespace' || object.kind === 'CustomResourceDefinition'
    ? 0
    : object.kind === 'VirtualMachine'
      ? 2
      : 1;

const typeOf = (
  types: readonly ResourceType[],
  { apiVersion, kind }: StoredObject,
): ResourceType | undefined => {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return types.findLast(
    (type) =>
      type.group === group &&
      type.kind === kind &&
      (type.version === version || type.alsoServedAs?.includes(version) === true),
  );
};

const urlOf = (type: ResourceType, { apiVersion, metadata }: StoredObject): string => {
  const base = type.group === '' ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
  return `${base}${type.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : ''}/${type.plural}`;
};

/**
 * Creates objects in the running cluster through its API as admin, so that they pass normal admission. Creates namespaces
 * that the objects need but do not include. Returns the refused objects, with place and reason.
 */
export const applyManifests = async (
  cluster: RunningCluster,
  manifests: readonly Manifest[],
): Promise<string[]> => {
  const token = cluster.personas.find(({ id }) => id === 'admin')?.token ?? '';
  const { store } = cluster.host;

  const send = async (method: string, path: string, body: StoredObject): Promise<string | undefined> => {
    const response = await fetch(`${cluster.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) {
      return undefined;
    }
    const { message } = (await response.json()) as { message?: string };
    return message ?? `HTTP status ${response.status}`;
  };

  const ensureNamespace = async (name: string): Promise<void> => {
    if (store.get('namespaces', undefined, name) === undefined) {
      await send('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    }
  };

  const apply = async (object: StoredObject): Promise<string | undefined> => {
    const type = typeOf(store.types(), object);
    if (type === undefined) {
      return `the cluster serves no ${object.kind} in ${object.apiVersion}`;
    }
    const { name, namespace = 'default' } = object.metadata;
    if (type.namespaced) {
      await ensureNamespace(namespace);
    }
    const path = urlOf(type, object);
    const existing = store.get(type.plural, type.namespaced ? namespace : undefined, name);
    if (existing === undefined) {
      return send('POST', path, object);
    }
    const { resourceVersion } = existing.metadata;
    const metadata = { ...object.metadata, resourceVersion };
    return send('PUT', `${path}/${encodeURIComponent(name)}`, { ...object, metadata });
  };

  const problems: string[] = [];
  for (const manifest of manifests.toSorted((a, b) => rank(a) - rank(b))) {
    const problem = await apply(manifest.object);
    if (problem !== undefined) {
      problems.push(
        `${manifest.place}: ${manifest.object.kind} ${manifest.object.metadata.name}: ${problem}`,
      );
    }
  }
  return problems;
};
