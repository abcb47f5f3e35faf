import { CREATED_BY_LABEL, SIDECARS_ANNOTATION, VM_NAME_LABEL } from '../../sidecars/constants';
import type {
  ConfigMap,
  ManagedFields,
  ObjectMeta,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../../sidecars/resources';

/** What is kept of objects that a list needs by the thousand. What a patch tests against stays whole. */

const only = (
  record: Record<string, string> | undefined,
  ...keys: readonly string[]
): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key): [string, string][] => {
      const value = record?.[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );

const identity = ({
  name,
  namespace,
  uid,
  resourceVersion,
  creationTimestamp,
  deletionTimestamp,
}: ObjectMeta): ObjectMeta => ({
  name,
  ...(namespace === undefined ? {} : { namespace }),
  ...(uid === undefined ? {} : { uid }),
  ...(resourceVersion === undefined ? {} : { resourceVersion }),
  ...(creationTimestamp === undefined ? {} : { creationTimestamp }),
  ...(deletionTimestamp === undefined ? {} : { deletionTimestamp }),
});

/** Without managed fields only: patches of a VM test its template as it was read. */
export const pruneVm = (vm: VirtualMachine): VirtualMachine => {
  const metadata = { ...vm.metadata };
  delete metadata.managedFields;
  return { ...vm, metadata };
};

export const pruneInstance = ({
  apiVersion,
  kind,
  metadata,
  status = {},
}: VirtualMachineInstance): VirtualMachineInstance => {
  const { phase, reason, nodeName, conditions, migrationState } = status;
  return {
    apiVersion,
    kind,
    metadata: { ...identity(metadata), annotations: only(metadata.annotations, SIDECARS_ANNOTATION) },
    spec: { domain: { devices: {} } },
    status: {
      ...(phase === undefined ? {} : { phase }),
      ...(reason === undefined ? {} : { reason }),
      ...(nodeName === undefined ? {} : { nodeName }),
      ...(conditions === undefined ? {} : { conditions }),
      ...(migrationState === undefined ? {} : { migrationState }),
    },
  };
};

export const pruneLauncherPod = ({ apiVersion, kind, metadata, spec, status }: Pod): Pod => ({
  apiVersion,
  kind,
  metadata: {
    ...identity(metadata),
    labels: only(metadata.labels, 'kubevirt.io', CREATED_BY_LABEL, VM_NAME_LABEL),
  },
  spec: { containers: [], ...(spec.nodeName === undefined ? {} : { nodeName: spec.nodeName }) },
  ...(status === undefined ? {} : { status }),
});

/** Who owns the data, and since when; not which keys. */
const ownership = ({ time, fieldsV1 }: ManagedFields): ManagedFields => ({
  ...(time === undefined ? {} : { time }),
  ...(fieldsV1 === undefined
    ? {}
    : {
        fieldsV1: Object.fromEntries(
          ['f:data', 'f:binaryData'].filter((field) => field in fieldsV1).map((field) => [field, {}]),
        ),
      }),
});

const keysOnly = (record: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.keys(record).map((key) => [key, '']));

/** Without the texts: only their keys, and when they last changed. */
export const pruneConfigMap = ({ apiVersion, kind, metadata, data, binaryData }: ConfigMap): ConfigMap => ({
  apiVersion,
  kind,
  ...(data === undefined ? {} : { data: keysOnly(data) }),
  ...(binaryData === undefined ? {} : { binaryData: keysOnly(binaryData) }),
  metadata: {
    ...identity(metadata),
    ...(metadata.managedFields === undefined ? {} : { managedFields: metadata.managedFields.map(ownership) }),
  },
});
