import type { ResourceType } from '../../contract';
import type { Release } from '../release';
import {
  HYPER_CONVERGED_COLUMNS,
  INSTANCE_COLUMNS,
  KUBE_VIRT_COLUMNS,
  MACHINE_COLUMNS,
  MIGRATION_COLUMNS,
  SCALED_COLUMNS,
} from './columns';
import { kubevirt, requireFields, scale, status } from './customType';
import { INSTANCE_FIELDS, MACHINE_FIELDS, POOL_FIELDS, REPLICA_SET_FIELDS } from './knownFields';

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
    columns: SCALED_COLUMNS,
    fields: REPLICA_SET_FIELDS,
    subresources: [status('VirtualMachineInstanceReplicaSet'), scale],
    validate: requireFields('selector', 'template'),
  }),
  kubevirt('VirtualMachineInstanceMigration', 'virtualmachineinstancemigrations', ['vmim', 'vmims'], {
    columns: MIGRATION_COLUMNS,
  }),
  kubevirt('KubeVirt', 'kubevirts', ['kv', 'kvs'], { columns: KUBE_VIRT_COLUMNS }),
  ...INSTANCETYPE_TYPES,
];

/** Pools of VMs. */
export const poolTypes = ({ poolVersions: [version, ...alsoServedAs] }: Release): readonly ResourceType[] => [
  kubevirt('VirtualMachinePool', 'virtualmachinepools', ['vmpool', 'vmpools'], {
    group: 'pool.kubevirt.io',
    version,
    alsoServedAs,
    columns: SCALED_COLUMNS,
    fields: POOL_FIELDS,
    subresources: [status('VirtualMachinePool'), scale],
    validate: requireFields(
      'selector',
      'virtualMachineTemplate',
      'virtualMachineTemplate.spec',
      'virtualMachineTemplate.spec.template',
    ),
  }),
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
