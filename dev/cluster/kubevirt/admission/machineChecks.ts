import type { StoredObject } from '../../contract';
import { at, record, records } from '../untyped';
import type { Cause } from './refusal';

/** Fields of a VM's spec whose type is checked; this is not the whole schema. */
const TYPED = {
  running: 'boolean',
  runStrategy: 'string',
  template: 'object',
  'template.metadata': 'object',
  'template.spec': 'object',
  'template.spec.domain': 'object',
  'template.spec.domain.devices': 'object',
  'template.spec.domain.devices.disks': 'array',
  'template.spec.domain.devices.interfaces': 'array',
  'template.spec.networks': 'array',
  'template.spec.volumes': 'array',
};

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** virt-api's messages about fields of the wrong type in the spec of a VM at `specPath`. */
export const typeCauses = (vm: StoredObject, specPath = 'spec'): Cause[] =>
  Object.entries(TYPED).flatMap(([field, type]) => {
    const path = `${specPath}.${field}`;
    const value = at(vm, ...path.split('.'));
    return value === undefined || typeOf(value) === type
      ? []
      : [{ message: `${path} in body must be of type ${type}: "${typeOf(value)}"` }];
  });

const SOURCES = [
  'persistentVolumeClaim',
  'sysprep',
  'cloudInitNoCloud',
  'cloudInitConfigDrive',
  'containerDisk',
  'ephemeral',
  'emptyDisk',
  'hostDisk',
  'dataVolume',
  'configMap',
  'secret',
  'downwardAPI',
  'serviceAccount',
  'downwardMetrics',
  'memoryDump',
  'containerPath',
];

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

/** The messages about the volumes in a field. */
export const volumeCauses = (object: StoredObject, path: string): Cause[] => {
  const volumes = records(at(object, ...path.split('.')));
  return volumes.flatMap((volume, index) => {
    const field = `${path}[${index}]`;
    const first = volumes.findIndex(({ name }) => name === volume.name);
    return [
      ...(first < index
        ? [
            {
              message: `${field} and ${path}[${first}] must not have the same Name.`,
              field: `${field}.name`,
            },
          ]
        : []),
      ...(SOURCES.filter((source) => isSet(volume[source])).length === 1
        ? []
        : [{ message: `${field} must have exactly one source type set`, field }]),
    ];
  });
};

const STRATEGIES: readonly unknown[] = [
  'Halted',
  'Manual',
  'Always',
  'RerunOnFailure',
  'Once',
  'WaitAsReceiver',
];

const strategyCauses = (vm: StoredObject, specPath: string): Cause[] => {
  const { running, runStrategy } = record(at(vm, ...specPath.split('.')));
  const causes: Cause[] = [];
  if (isSet(running) && isSet(runStrategy)) {
    const message =
      'Running and RunStrategy are mutually exclusive. Note that Running is deprecated, please use RunStrategy instead';
    causes.push({ message, field: `${specPath}.running` });
  }
  if (!isSet(running) && !isSet(runStrategy)) {
    causes.push({ message: 'RunStrategy must be specified', field: `${specPath}.running` });
  }
  if (isSet(runStrategy) && !STRATEGIES.includes(runStrategy)) {
    causes.push({
      message: `Invalid RunStrategy (${String(runStrategy)})`,
      field: `${specPath}.runStrategy`,
    });
  }
  return causes;
};

/** The messages of KubeVirt's validating webhooks about the volumes and the run strategy of a VM's spec at `specPath`. */
export const machineCauses = (vm: StoredObject, specPath = 'spec'): Cause[] => [
  ...volumeCauses(vm, `${specPath}.template.spec.volumes`),
  ...strategyCauses(vm, specPath),
];
