import type { StoredObject } from '../cluster/contract';
import { SIDECAR_ANNOTATION } from '../cluster/kubevirt/sidecar/hookSidecarList';

const DAY = 24 * 3600 * 1000;

const daysAgo = (days: number): string =>
  new Date(Date.now() - days * DAY).toISOString().replace(/\.\d+Z$/, 'Z');

export const namespace = (name: string): StoredObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, creationTimestamp: daysAgo(90), labels: { 'kubernetes.io/metadata.name': name } },
  status: { phase: 'Active' },
});

/** The managed fields that say who wrote the key `script.sh` of a ConfigMap, and when. */
export const scriptOwner = (manager: string, time: string): Record<string, unknown> => ({
  manager,
  operation: 'Update',
  apiVersion: 'v1',
  time,
  fieldsType: 'FieldsV1',
  fieldsV1: { 'f:data': { 'f:script.sh': {} } },
});

/** A ConfigMap with one hook script, in key `script.sh`. */
export const hookScript = (
  namespaceName: string,
  name: string,
  script: string,
  annotations: Record<string, string> = {},
): StoredObject => {
  const creationTimestamp = daysAgo(40);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: namespaceName,
      creationTimestamp,
      annotations,
      managedFields: [scriptOwner('kubectl-create', creationTimestamp)],
    },
    data: { 'script.sh': script },
  };
};

export interface SidecarEntry {
  image?: string;
  imagePullPolicy?: string;
  command?: string[];
  args?: string[];
  configMap?: { name: string; key: string; hookPath: string };
  pvc?: { name: string; volumePath: string; sharedComputePath?: string };
}

export const onDefineDomain = (configMap: string, more: Partial<SidecarEntry> = {}): SidecarEntry => ({
  args: ['--version', 'v1alpha3'],
  configMap: { name: configMap, key: 'script.sh', hookPath: '/usr/bin/onDefineDomain' },
  ...more,
});

export const preCloudInitIso = (configMap: string, more: Partial<SidecarEntry> = {}): SidecarEntry =>
  onDefineDomain(configMap, {
    configMap: { name: configMap, key: 'script.sh', hookPath: '/usr/bin/preCloudInitIso' },
    ...more,
  });

/** An instance without a VM, as the VM would create it. */
export const bareInstance = (vm: StoredObject): StoredObject => {
  const { template } = vm.spec as { template: { metadata: StoredObject['metadata']; spec: unknown } };
  const { name, namespace: namespaceName } = vm.metadata;
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: {
      ...template.metadata,
      name,
      ...(namespaceName === undefined ? {} : { namespace: namespaceName }),
    },
    spec: template.spec,
  };
};

/** A replica set of instances as the VM would create them. */
export const replicaSet = (vm: StoredObject, replicas: number): StoredObject => {
  const { template } = vm.spec as { template: { metadata: StoredObject['metadata'] } };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceReplicaSet',
    metadata: vm.metadata,
    spec: { replicas, selector: { matchLabels: template.metadata.labels ?? {} }, template },
  };
};

export interface MachineOptions {
  /** The annotation's value: entries, or any text. */
  sidecars?: SidecarEntry[] | string;
  runStrategy?: 'Always' | 'Halted' | 'Manual' | 'RerunOnFailure';
  memory?: string;
  cores?: number;
  /** False omits the cloud-init volume. */
  cloudInit?: boolean;
  /** More volumes, each with a disk. */
  volumes?: Record<string, unknown>[];
  days?: number;
}

const cloudConfig = (name: string): string =>
  `#cloud-config\nhostname: ${name}\nuser: fedora\nssh_pwauth: false\n`;

export const virtualMachine = (
  namespaceName: string,
  name: string,
  options: MachineOptions = {},
): StoredObject => {
  const {
    sidecars,
    runStrategy = 'Always',
    memory = '2Gi',
    cores = 1,
    cloudInit = true,
    volumes = [],
    days = 12,
  } = options;
  const annotations =
    sidecars === undefined
      ? {}
      : {
          annotations: {
            [SIDECAR_ANNOTATION]: typeof sidecars === 'string' ? sidecars : JSON.stringify(sidecars),
          },
        };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace: namespaceName, creationTimestamp: daysAgo(days), labels: { app: name } },
    spec: {
      runStrategy,
      template: {
        metadata: { labels: { 'kubevirt.io/domain': name, 'kubevirt.io/size': 'small' }, ...annotations },
        spec: {
          architecture: 'amd64',
          domain: {
            cpu: { cores, sockets: 1, threads: 1 },
            devices: {
              disks: [
                { name: 'rootdisk', disk: { bus: 'virtio' } },
                ...(cloudInit ? [{ name: 'cloudinitdisk', disk: { bus: 'virtio' } }] : []),
              ],
              interfaces: [{ name: 'default', masquerade: {}, model: 'virtio' }],
              rng: {},
            },
            machine: { type: 'pc-q35-rhel9.6.0' },
            memory: { guest: memory },
          },
          networks: [{ name: 'default', pod: {} }],
          terminationGracePeriodSeconds: 180,
          volumes: [
            { name: 'rootdisk', containerDisk: { image: 'quay.io/containerdisks/fedora:latest' } },
            ...(cloudInit
              ? [{ name: 'cloudinitdisk', cloudInitNoCloud: { userData: cloudConfig(name) } }]
              : []),
            ...volumes,
          ],
        },
      },
    },
  };
};
