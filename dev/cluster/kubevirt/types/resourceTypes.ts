import type { ResourceType, StoredObject } from '../../contract';
import { ApiError } from '../apiError';
import type { Release } from '../release';
import { at } from '../untyped';
import {
  HYPER_CONVERGED_COLUMNS,
  INSTANCE_COLUMNS,
  KUBE_VIRT_COLUMNS,
  MACHINE_COLUMNS,
  MIGRATION_COLUMNS,
  REPLICA_SET_COLUMNS,
} from './columns';
import { INSTANCE_FIELDS, MACHINE_FIELDS, REPLICA_SET_FIELDS } from './knownFields';

const VERBS = ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'];

/** The schema demands fields of `spec`. The check throws ApiError 422 with the API server's causes. */
const requireFields =
  (...fields: string[]) =>
  (object: StoredObject): void => {
    const missing = fields.filter((field) => {
      const value = at(object, 'spec', field);
      return typeof value !== 'object' || value === null;
    });
    if (missing.length === 0) {
      return;
    }
    const skipped =
      'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';
    const { name } = object.metadata;
    const required = missing.map((field) => `spec.${field}: Required value, `).join('');
    throw new ApiError({
      code: 422,
      reason: 'Invalid',
      message: `${object.kind}.kubevirt.io "${name}" is invalid: [${required}<nil>: ${skipped}]`,
      details: {
        name,
        group: 'kubevirt.io',
        kind: object.kind,
        causes: [
          ...missing.map((field) => ({
            reason: 'FieldValueRequired',
            message: 'Required value',
            field: `spec.${field}`,
          })),
          { reason: 'FieldValueInvalid', message: skipped, field: '<nil>' },
        ],
      },
    });
  };

const kubevirt = (
  kind: string,
  plural: string,
  shortNames: string[],
  more: Partial<ResourceType> = {},
): ResourceType => ({
  group: 'kubevirt.io',
  version: 'v1',
  kind,
  plural,
  singular: kind.toLowerCase(),
  shortNames,
  categories: ['all'],
  namespaced: true,
  verbs: VERBS,
  subresources: [{ name: 'status', kind, verbs: ['get', 'patch', 'update'] }],
  custom: true,
  ...more,
});

const instancetype = (
  kind: string,
  plural: string,
  shortNames: string[],
  more: Partial<ResourceType> = {},
): ResourceType =>
  kubevirt(kind, plural, shortNames, {
    group: 'instancetype.kubevirt.io',
    version: 'v1beta1',
    subresources: [],
    ...more,
  });

const OF_CLUSTER = { namespaced: false, categories: [] };

/** Instance types and preferences. */
const INSTANCETYPE_TYPES: readonly ResourceType[] = [
  instancetype(
    'VirtualMachineClusterInstancetype',
    'virtualmachineclusterinstancetypes',
    ['vmclusterinstancetype', 'vmclusterinstancetypes', 'vmcf', 'vmcfs'],
    OF_CLUSTER,
  ),
  instancetype(
    'VirtualMachineClusterPreference',
    'virtualmachineclusterpreferences',
    ['vmcp', 'vmcps'],
    OF_CLUSTER,
  ),
  instancetype('VirtualMachineInstancetype', 'virtualmachineinstancetypes', [
    'vminstancetype',
    'vminstancetypes',
    'vmf',
    'vmfs',
  ]),
  instancetype('VirtualMachinePreference', 'virtualmachinepreferences', ['vmpref', 'vmprefs', 'vmp', 'vmps']),
];

/** The resource types of KubeVirt that are served here. */
export const KUBE_VIRT_TYPES: readonly ResourceType[] = [
  kubevirt('VirtualMachine', 'virtualmachines', ['vm', 'vms'], {
    columns: MACHINE_COLUMNS,
    fields: MACHINE_FIELDS,
    validate: requireFields('template'),
  }),
  kubevirt('VirtualMachineInstance', 'virtualmachineinstances', ['vmi', 'vmis'], {
    columns: INSTANCE_COLUMNS,
    fields: INSTANCE_FIELDS,
    subresources: [],
  }),
  kubevirt('VirtualMachineInstanceReplicaSet', 'virtualmachineinstancereplicasets', ['vmirs', 'vmirss'], {
    columns: REPLICA_SET_COLUMNS,
    fields: REPLICA_SET_FIELDS,
    subresources: [
      {
        name: 'status',
        kind: 'VirtualMachineInstanceReplicaSet',
        verbs: ['get', 'patch', 'update'],
      },
      {
        name: 'scale',
        kind: 'Scale',
        group: 'autoscaling',
        version: 'v1',
        verbs: ['get', 'patch', 'update'],
      },
    ],
    validate: requireFields('selector', 'template'),
  }),
  kubevirt('VirtualMachineInstanceMigration', 'virtualmachineinstancemigrations', ['vmim', 'vmims'], {
    columns: MIGRATION_COLUMNS,
  }),
  kubevirt('KubeVirt', 'kubevirts', ['kv', 'kvs'], { columns: KUBE_VIRT_COLUMNS }),
  ...INSTANCETYPE_TYPES,
];

/** The resource types of HCO. */
export const hcoTypes = ({ hcoVersions: [version, ...alsoServedAs] }: Release): readonly ResourceType[] => [
  kubevirt('HyperConverged', 'hyperconvergeds', ['hco', 'hcos'], {
    group: 'hco.kubevirt.io',
    version,
    alsoServedAs,
    columns: HYPER_CONVERGED_COLUMNS,
  }),
];
