import type { StoredObject } from '../../contract';
import { PAUSED } from '../startStrategy';
import { at, records, string } from '../untyped';
import { volumeCauses } from './machineChecks';
import type { Cause } from './refusal';

const RESERVED_LABELS = [
  'kubevirt.io/created-by',
  'kubevirt.io/migrationJobUID',
  'kubevirt.io/nodeName',
  'kubevirt.io/migrationTargetNodeName',
  'kubevirt.io/schedulable',
  'kubevirt.io/install-strategy',
];

const FIELD = 'spec.startStrategy';

const startCauses = (instance: StoredObject): Cause[] => {
  const strategy = string(at(instance, 'spec', 'startStrategy'));
  if (strategy === undefined) {
    return [];
  }
  if (strategy !== PAUSED) {
    return [{ message: `${FIELD} is set with an unrecognized option: ${strategy}`, field: FIELD }];
  }
  return at(instance, 'spec', 'livenessProbe') === undefined
    ? []
    : [
        {
          // The missing space is KubeVirt's.
          message: `either ${FIELD} or spec.livenessProbe should be provided.Pausing VMI with LivenessProbe is not supported`,
          field: FIELD,
        },
      ];
};

const diskCauses = (instance: StoredObject): Cause[] => {
  const volumes = records(at(instance, 'spec', 'volumes'));
  return records(at(instance, 'spec', 'domain', 'devices', 'disks')).flatMap((disk, index) => {
    const field = `spec.domain.devices.disks[${index}]`;
    const volume = volumes.find(({ name }) => name === disk.name);
    if (volume === undefined) {
      return [{ message: `${field}.Name '${String(disk.name)}' not found.`, field: `${field}.name` }];
    }
    const isBlock = volume.persistentVolumeClaim !== undefined || volume.dataVolume !== undefined;
    return disk.lun === undefined || isBlock
      ? []
      : [
          {
            message: `${field}.lun can only be mapped to a DataVolume or PersistentVolumeClaim volume.`,
            field: `${field}.lun`,
          },
        ];
  });
};

const labelCauses = ({ metadata }: StoredObject): Cause[] =>
  Object.keys(metadata.labels ?? {}).some((label) => RESERVED_LABELS.includes(label))
    ? [
        {
          message: 'creation of the following reserved kubevirt.io/ labels on a VMI object is prohibited',
          field: 'metadata.labels',
        },
      ]
    : [];

/** The messages of KubeVirt's validating webhook about a new instance. */
export const instanceCauses = (instance: StoredObject): Cause[] => [
  ...volumeCauses(instance, 'spec.volumes'),
  ...diskCauses(instance),
  ...startCauses(instance),
  ...labelCauses(instance),
];
