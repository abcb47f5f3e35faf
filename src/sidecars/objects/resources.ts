/**
 * The Kubernetes objects that the product reads, with the fields it uses. Everything else an object carries
 * stays in it untouched: writes are JSON patches, never a rebuilt object.
 */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  generateName?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  managedFields?: ManagedFields[];
}

interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

export interface ManagedFields {
  manager?: string;
  operation?: string;
  time?: string;
  subresource?: string;
  /** The fields that the manager owns, as a tree of `f:name` keys. */
  fieldsV1?: Record<string, unknown>;
}

export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
}

/** A status condition as Kubernetes and KubeVirt write it. */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastProbeTime?: string | null;
  lastTransitionTime?: string | null;
}

export interface Volume {
  name: string;
  configMap?: { name: string; optional?: boolean };
  secret?: { secretName: string };
  persistentVolumeClaim?: { claimName: string };
  dataVolume?: { name: string };
  containerDisk?: { image: string };
  cloudInitNoCloud?: CloudInitSource;
  cloudInitConfigDrive?: CloudInitSource;
  [source: string]: unknown;
}

export interface CloudInitSource {
  userData?: string;
  userDataBase64?: string;
  networkData?: string;
  networkDataBase64?: string;
  secretRef?: { name: string };
}

interface VirtualMachineInstanceSpec {
  domain: { devices: Record<string, unknown>; [field: string]: unknown };
  hostname?: string;
  volumes?: Volume[];
  networks?: Record<string, unknown>[];
  [field: string]: unknown;
}

export interface VirtualMachine extends KubernetesObject {
  spec: {
    running?: boolean;
    runStrategy?: string;
    template?: {
      metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
      spec: VirtualMachineInstanceSpec;
    };
    [field: string]: unknown;
  };
  status?: {
    printableStatus?: string;
    created?: boolean;
    ready?: boolean;
    conditions?: Condition[];
    /** Set while KubeVirt waits before it starts a VM again that crashed. */
    startFailure?: { lastFailedVMIUID?: string; [field: string]: unknown };
    [field: string]: unknown;
  };
}

export interface VirtualMachineInstance extends KubernetesObject {
  spec: VirtualMachineInstanceSpec;
  status?: {
    phase?: string;
    reason?: string;
    nodeName?: string;
    conditions?: Condition[];
    migrationState?: {
      startTimestamp?: string;
      endTimestamp?: string;
      completed?: boolean;
      failed?: boolean;
      sourcePod?: string;
      targetPod?: string;
    };
    phaseTransitionTimestamps?: { phase: string; phaseTransitionTimestamp: string }[];
    [field: string]: unknown;
  };
}

/** Keeps a number of instances that no VM owns. Its template is that of a VM. */
export interface VirtualMachineInstanceReplicaSet extends KubernetesObject {
  spec: {
    replicas?: number;
    selector?: { matchLabels?: Record<string, string>; [field: string]: unknown };
    template?: VirtualMachine['spec']['template'];
    [field: string]: unknown;
  };
  status?: { replicas?: number; readyReplicas?: number; conditions?: Condition[]; [field: string]: unknown };
}

export interface ConfigMap extends KubernetesObject {
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
  immutable?: boolean;
}

export interface ContainerState {
  waiting?: { reason?: string; message?: string };
  running?: { startedAt?: string };
  terminated?: {
    exitCode: number;
    reason?: string;
    message?: string;
    startedAt?: string;
    finishedAt?: string;
  };
}

export interface ContainerStatus {
  name: string;
  ready: boolean;
  started?: boolean;
  restartCount: number;
  image?: string;
  imageID?: string;
  state?: ContainerState;
  lastState?: ContainerState;
}

export interface Container {
  name: string;
  image?: string;
  command?: string[];
  args?: string[];
  env?: { name: string; value?: string }[];
  volumeMounts?: { name: string; mountPath: string; subPath?: string; readOnly?: boolean }[];
  [field: string]: unknown;
}

export interface Pod extends KubernetesObject {
  spec: {
    containers: Container[];
    initContainers?: Container[];
    nodeName?: string;
    volumes?: { name: string; configMap?: { name: string }; [source: string]: unknown }[];
    [field: string]: unknown;
  };
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    startTime?: string;
    podIP?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

export interface KubernetesEvent extends KubernetesObject {
  involvedObject: { kind: string; name: string; namespace?: string; uid?: string; apiVersion?: string };
  reason?: string;
  message?: string;
  type?: string;
  count?: number;
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  source?: { component?: string; host?: string };
}

export interface KubeVirt extends KubernetesObject {
  spec?: {
    configuration?: {
      developerConfiguration?: {
        featureGates?: string[];
        disabledFeatureGates?: string[];
        [field: string]: unknown;
      };
      [field: string]: unknown;
    };
    [field: string]: unknown;
  };
  status?: {
    phase?: string;
    observedKubeVirtVersion?: string;
    operatorVersion?: string;
    conditions?: Condition[];
    [field: string]: unknown;
  };
}

export interface HyperConverged extends KubernetesObject {
  spec?: Record<string, unknown>;
  status?: {
    conditions?: Condition[];
    versions?: { name: string; version: string }[];
    [field: string]: unknown;
  };
}
