import type { PrinterColumn, ResourceType, StoredObject } from '../../contract';
import { ageOf } from '../age';
import { isRecord } from '../../store/jsonValue';
import { dataCheck, dataDecodeFault } from './dataChecks';
import { checkPod } from './podChecks';
import { POD_COLUMNS } from './podColumns';

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

type Cell = string | number | boolean | null;

/** The value at a path of plain keys; null when there is none or it is no plain value. */
const at =
  (...path: string[]) =>
  (object: StoredObject): Cell => {
    let value: unknown = object;
    for (const step of path) {
      value = isRecord(value) ? value[step] : undefined;
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;
  };

const AGE: PrinterColumn = {
  name: 'Age',
  type: 'date',
  value: ({ metadata }) => metadata.creationTimestamp ?? null,
};

const column = (name: string, value: (object: StoredObject) => Cell, priority = 0): PrinterColumn => ({
  name,
  type: 'string',
  priority,
  value,
});

const count = (...fields: string[]): PrinterColumn => ({
  name: 'Data',
  type: 'integer',
  value: (object) =>
    fields.reduce((sum, field) => sum + Object.keys(isRecord(object[field]) ? object[field] : {}).length, 0),
});

const nodeStatus = (object: StoredObject): string => {
  const status = isRecord(object.status) ? object.status : {};
  const conditions: unknown[] = Array.isArray(status.conditions) ? status.conditions : [];
  const ready = conditions.find((condition) => isRecord(condition) && condition.type === 'Ready');
  return isRecord(ready) && ready.status === 'True' ? 'Ready' : 'NotReady';
};

const involvedObject = (object: StoredObject): string =>
  `${String(at('involvedObject', 'kind')(object) ?? '').toLowerCase()}/${String(at('involvedObject', 'name')(object) ?? '')}`;

const eventAge = (object: StoredObject): string => {
  const time = at('lastTimestamp')(object) ?? at('eventTime')(object) ?? at('firstTimestamp')(object);
  return ageOf(typeof time === 'string' ? time : object.metadata.creationTimestamp);
};

const core = (
  kind: string,
  plural: string,
  shortNames: string[],
  rest: Partial<ResourceType> = {},
): ResourceType => ({
  group: '',
  version: 'v1',
  kind,
  plural,
  singular: kind.toLowerCase(),
  ...(shortNames.length === 0 ? {} : { shortNames }),
  namespaced: true,
  verbs: VERBS,
  custom: false,
  ...rest,
});

const status = (kind: string): NonNullable<ResourceType['subresources']>[number] => ({
  name: 'status',
  kind,
  verbs: ['get', 'patch', 'update'],
});

/** The built-in types that are served. */
export const CORE_TYPES: readonly ResourceType[] = [
  core('ConfigMap', 'configmaps', ['cm'], {
    columns: [count('data', 'binaryData'), AGE],
    fields: { data: true, binaryData: true, immutable: true },
    decodeFault: dataDecodeFault('ConfigMap', 'data', 'binaryData'),
    validate: dataCheck('ConfigMap', 'data', 'binaryData'),
  }),
  core('ControllerRevision', 'controllerrevisions', [], {
    group: 'apps',
    columns: [column('Revision', at('revision')), AGE],
  }),
  core('Event', 'events', ['ev'], {
    columns: [
      column('Last Seen', eventAge),
      column('Type', at('type')),
      column('Reason', at('reason')),
      column('Object', involvedObject),
      column('Subobject', at('involvedObject', 'fieldPath'), 1),
      column('Source', at('source', 'component'), 1),
      column('Message', (object) => String(at('message')(object) ?? '').trim()),
      column('First Seen', (object) => ageOf(String(at('firstTimestamp')(object) ?? '')), 1),
      column('Count', at('count'), 1),
      column('Name', at('metadata', 'name'), 1),
    ],
  }),
  core('Namespace', 'namespaces', ['ns'], {
    namespaced: false,
    verbs: VERBS.filter((verb) => verb !== 'deletecollection'),
    subresources: [status('Namespace')],
    columns: [column('Status', at('status', 'phase')), AGE],
  }),
  core('Node', 'nodes', ['no'], {
    namespaced: false,
    subresources: [status('Node')],
    columns: [
      column('Status', nodeStatus),
      column('Roles', () => '<none>'),
      AGE,
      column('Version', at('status', 'nodeInfo', 'kubeletVersion')),
    ],
  }),
  core('PersistentVolumeClaim', 'persistentvolumeclaims', ['pvc'], {
    subresources: [status('PersistentVolumeClaim')],
    columns: [
      column('Status', at('status', 'phase')),
      column('Volume', at('spec', 'volumeName')),
      column('Capacity', at('status', 'capacity', 'storage')),
      column('StorageClass', at('spec', 'storageClassName')),
      AGE,
    ],
  }),
  core('Pod', 'pods', ['po'], {
    categories: ['all'],
    subresources: [
      status('Pod'),
      { name: 'log', kind: 'Pod', verbs: ['get'] },
      { name: 'exec', kind: 'PodExecOptions', verbs: ['create', 'get'] },
    ],
    columns: POD_COLUMNS,
    validate: checkPod,
  }),
  core('LimitRange', 'limitranges', ['limits'], { columns: [AGE] }),
  core('ResourceQuota', 'resourcequotas', ['quota'], { columns: [AGE] }),
  core('Secret', 'secrets', [], {
    columns: [column('Type', at('type')), count('data'), AGE],
    decodeFault: dataDecodeFault('Secret', 'stringData', 'data'),
    validate: dataCheck('Secret', 'stringData', 'data'),
  }),
  core('ServiceAccount', 'serviceaccounts', ['sa'], { columns: [AGE] }),
  core('Service', 'services', ['svc'], {
    categories: ['all'],
    subresources: [status('Service')],
    columns: [column('Type', at('spec', 'type')), column('Cluster-IP', at('spec', 'clusterIP')), AGE],
  }),
];
