import type { ResourceType, StoredObject } from '../../contract';
import { ApiError } from '../apiError';
import type { Release } from '../release';
import { at } from '../untyped';
import {
  hyperConvergedColumns,
  instanceColumns,
  kubeVirtColumns,
  machineColumns,
  migrationColumns,
} from './columns';

const verbs = ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'];

/** The schema demands a template. Throws ApiError 422 with the API server's two causes. */
const requireTemplate = (object: StoredObject): void => {
  const template = at(object, 'spec', 'template');
  if (typeof template === 'object' && template !== null) {
    return;
  }
  const skipped =
    'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';
  const { name } = object.metadata;
  throw new ApiError({
    code: 422,
    reason: 'Invalid',
    message: `VirtualMachine.kubevirt.io "${name}" is invalid: [spec.template: Required value, <nil>: ${skipped}]`,
    details: {
      name,
      group: 'kubevirt.io',
      kind: 'VirtualMachine',
      causes: [
        { reason: 'FieldValueRequired', message: 'Required value', field: 'spec.template' },
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
  verbs,
  subresources: [{ name: 'status', kind, verbs: ['get', 'patch', 'update'] }],
  custom: true,
  ...more,
});

/** What KubeVirt adds to the API, as far as it is served here. */
export const kubeVirtTypes: readonly ResourceType[] = [
  kubevirt('VirtualMachine', 'virtualmachines', ['vm', 'vms'], {
    columns: machineColumns,
    validate: requireTemplate,
  }),
  kubevirt('VirtualMachineInstance', 'virtualmachineinstances', ['vmi', 'vmis'], {
    columns: instanceColumns,
    subresources: [],
  }),
  kubevirt('VirtualMachineInstanceMigration', 'virtualmachineinstancemigrations', ['vmim', 'vmims'], {
    columns: migrationColumns,
  }),
  kubevirt('KubeVirt', 'kubevirts', ['kv', 'kvs'], { columns: kubeVirtColumns }),
];

/** What HCO adds to it. */
export const hcoTypes = ({ hcoVersions: [version, ...alsoServedAs] }: Release): readonly ResourceType[] => [
  kubevirt('HyperConverged', 'hyperconvergeds', ['hco', 'hcos'], {
    group: 'hco.kubevirt.io',
    version,
    alsoServedAs,
    columns: hyperConvergedColumns,
  }),
];
