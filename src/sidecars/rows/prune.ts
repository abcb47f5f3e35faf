import { CREATED_BY_LABEL, SIDECARS_ANNOTATION, VM_NAME_LABEL } from '../annotation/constants';
import type {
  ConfigMap,
  KubernetesObject,
  ManagedFields,
  ObjectMeta,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
  Volume,
} from '../objects/resources';

/**
 * What is kept of objects that a list needs by the thousand: what states and checks look at. Who changes an object
 * reads it first. Runs in the parsing worker: plain data in, plain data out.
 */

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

/** The name, and which kind of source; of cloud-init only that it is there. */
const volumeSource = ({
  name,
  configMap,
  persistentVolumeClaim,
  cloudInitNoCloud,
  cloudInitConfigDrive,
}: Volume): Volume => ({
  name,
  ...(configMap === undefined ? {} : { configMap }),
  ...(persistentVolumeClaim === undefined ? {} : { persistentVolumeClaim }),
  ...(cloudInitNoCloud === undefined ? {} : { cloudInitNoCloud: {} }),
  ...(cloudInitConfigDrive === undefined ? {} : { cloudInitConfigDrive: {} }),
});

/** Of the conditions only that of a failure. */
const pruneVm = ({ apiVersion, kind, metadata, spec, status = {} }: VirtualMachine): VirtualMachine => {
  const { template } = spec;
  const { printableStatus, created, ready, conditions = [] } = status;
  const failures = conditions.filter(({ type }) => type === 'Failure');
  return {
    apiVersion,
    kind,
    metadata: { ...identity(metadata), annotations: only(metadata.annotations, SIDECARS_ANNOTATION) },
    spec: {
      ...(template === undefined
        ? {}
        : {
            template: {
              metadata: { annotations: only(template.metadata?.annotations, SIDECARS_ANNOTATION) },
              spec: { domain: { devices: {} }, volumes: (template.spec.volumes ?? []).map(volumeSource) },
            },
          }),
    },
    status: {
      ...(printableStatus === undefined ? {} : { printableStatus }),
      ...(created === undefined ? {} : { created }),
      ...(ready === undefined ? {} : { ready }),
      ...(failures.length === 0 ? {} : { conditions: failures }),
    },
  };
};

const pruneInstance = ({
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

const pruneLauncherPod = ({ apiVersion, kind, metadata, spec, status }: Pod): Pod => ({
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

const withoutTexts = (keys: readonly string[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, '']));

/**
 * The keys of a field that is a map. Each belongs to whoever wrote it last; only an object without any managed fields, of
 * times before Kubernetes 1.18 or robbed of them, does not tell.
 */
const managedKeys = (managedFields: readonly ManagedFields[], field: 'f:data' | 'f:binaryData'): string[] =>
  managedFields.flatMap(({ fieldsV1 }) =>
    Object.keys((fieldsV1?.[field] as object | undefined) ?? {}).flatMap((key) =>
      key.startsWith('f:') ? [key.slice(2)] : [],
    ),
  );

const keysOf = ({ data, binaryData, metadata: { managedFields = [] } }: ConfigMap): Partial<ConfigMap> => {
  const isWhole = data !== undefined || binaryData !== undefined;
  if (!isWhole && managedFields.every(({ fieldsV1 }) => fieldsV1 === undefined)) {
    return { hasUnknownKeys: true };
  }
  return {
    data: withoutTexts(isWhole ? Object.keys(data ?? {}) : managedKeys(managedFields, 'f:data')),
    binaryData: withoutTexts(
      isWhole ? Object.keys(binaryData ?? {}) : managedKeys(managedFields, 'f:binaryData'),
    ),
  };
};

/** Without the texts: only their keys, and when they last changed. Of a whole ConfigMap, or of its metadata. */
const pruneConfigMap = (configMap: ConfigMap): ConfigMap => {
  const { apiVersion, kind, metadata } = configMap;
  return {
    apiVersion,
    kind,
    ...keysOf(configMap),
    metadata: {
      ...identity(metadata),
      ...(metadata.managedFields === undefined
        ? {}
        : { managedFields: metadata.managedFields.map(ownership) }),
    },
  };
};

/** What can be asked for, by the name that a worker is told. */
export interface KeptObjects {
  virtualMachine: VirtualMachine;
  instance: VirtualMachineInstance;
  launcherPod: Pod;
  configMap: ConfigMap;
  /** Any object, and all of it. */
  whole: KubernetesObject;
}

export type KeptName = keyof KeptObjects;

export const PRUNERS: { [Name in KeptName]: (object: KeptObjects[Name]) => KeptObjects[Name] } = {
  virtualMachine: pruneVm,
  instance: pruneInstance,
  launcherPod: pruneLauncherPod,
  configMap: pruneConfigMap,
  whole: (object) => object,
};
