import type { Projection } from '../k8s/listWatch/parsePage';
import {
  CREATED_BY_LABEL,
  MADE_FROM_LABEL,
  MADE_FROM_NAMESPACE_LABEL,
  RAW_IO_ANNOTATION,
  SIDECARS_ANNOTATION,
  TEMPLATE_TYPE_LABEL,
  VM_NAME_LABEL,
} from '../sidecars/annotation/constants';
import type { TemplateKind } from '../sidecars/objects/holder';

/**
 * Projections of list objects, of which there may be thousands: only the fields that states and checks read. Code that
 * changes an object reads it completely first.
 */

const IDENTITY: Projection = {
  name: true,
  namespace: true,
  uid: true,
  resourceVersion: true,
  creationTimestamp: true,
  deletionTimestamp: true,
};

const ANNOTATIONS: Projection = { [SIDECARS_ANNOTATION]: true };

/** Only the presence of cloud-init data, which may contain passwords. */
const VOLUMES: Projection = {
  name: true,
  configMap: true,
  persistentVolumeClaim: true,
  cloudInitNoCloud: {},
  cloudInitConfigDrive: {},
};

/** What tells the template or pool that a VM is made from. */
const MADE_FROM: Projection = {
  labels: { [MADE_FROM_LABEL]: true, [MADE_FROM_NAMESPACE_LABEL]: true },
  ownerReferences: { apiVersion: true, kind: true, name: true, uid: true, controller: true },
};

/** What a VM, or what a VM is made from, says of its hook scripts. */
const VM_SPEC: Projection = {
  preference: { kind: true, name: true },
  instancetype: { kind: true, name: true },
  template: {
    metadata: { annotations: { ...ANNOTATIONS, [RAW_IO_ANNOTATION]: true } },
    spec: {
      domain: { devices: {} },
      volumes: VOLUMES,
    },
  },
};

export const VM_FIELDS: Projection = {
  metadata: { ...IDENTITY, annotations: ANNOTATIONS, ...MADE_FROM },
  spec: VM_SPEC,
  status: {
    printableStatus: true,
    created: true,
    ready: true,
    conditions: { type: true, status: true, reason: true, message: true },
  },
};

/** A VM in a template or pool. The name may have parameters. */
const VM_MANIFEST: Projection = {
  apiVersion: true,
  kind: true,
  metadata: { name: true, annotations: ANNOTATIONS },
  spec: VM_SPEC,
};

const TEMPLATE_METADATA: Projection = { ...IDENTITY, labels: { [TEMPLATE_TYPE_LABEL]: true } };

const PARAMETERS: Projection = { name: true, value: true, generate: true, required: true };

/** A template may bring its own ConfigMap, whose keys stay. */
const TEMPLATE_FIELDS: Projection = {
  metadata: TEMPLATE_METADATA,
  objects: { ...VM_MANIFEST, data: 'keys', binaryData: 'keys' },
  parameters: PARAMETERS,
};

const VM_TEMPLATE_FIELDS: Projection = {
  metadata: TEMPLATE_METADATA,
  spec: { virtualMachine: VM_MANIFEST, parameters: PARAMETERS },
};

const POOL_FIELDS: Projection = {
  metadata: TEMPLATE_METADATA,
  spec: { replicas: true, paused: true, virtualMachineTemplate: VM_MANIFEST },
  status: { replicas: true, readyReplicas: true },
};

/** Of the kinds that VMs are made from. */
export const FIELDS_OF_KIND: Record<TemplateKind, Projection> = {
  Template: TEMPLATE_FIELDS,
  VirtualMachineTemplate: VM_TEMPLATE_FIELDS,
  VirtualMachinePool: POOL_FIELDS,
};

export const INSTANCE_FIELDS: Projection = {
  metadata: { ...IDENTITY, annotations: ANNOTATIONS, ownerReferences: { kind: true, name: true, uid: true } },
  spec: {
    domain: { devices: {} },
    volumes: VOLUMES,
  },
  status: { phase: true, reason: true, nodeName: true, conditions: true, migrationState: true },
};

export const REPLICA_SET_FIELDS: Projection = {
  metadata: { ...IDENTITY, annotations: ANNOTATIONS },
  spec: {
    replicas: true,
    template: {
      metadata: { annotations: ANNOTATIONS },
      spec: { domain: { devices: {} }, volumes: VOLUMES },
    },
  },
  status: { replicas: true, readyReplicas: true, conditions: true },
};

export const LAUNCHER_POD_FIELDS: Projection = {
  metadata: {
    ...IDENTITY,
    labels: { 'kubevirt.io': true, [CREATED_BY_LABEL]: true, [VM_NAME_LABEL]: true },
  },
  spec: { nodeName: true },
  status: true,
};

export const NAMESPACE_FIELDS: Projection = { metadata: IDENTITY };

/** The managed fields have the keys and when they changed; the texts may be large. */
export const CONFIG_MAP_FIELDS: Projection = {
  metadata: {
    ...IDENTITY,
    managedFields: { time: true, fieldsV1: { 'f:data': true, 'f:binaryData': true } },
  },
};
