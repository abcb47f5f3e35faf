import type { Projection } from '../k8s/listWatch/parsePage';
import {
  CREATED_BY_LABEL,
  RAW_IO_ANNOTATION,
  SIDECARS_ANNOTATION,
  VM_NAME_LABEL,
} from '../sidecars/annotation/constants';

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

export const VM_FIELDS: Projection = {
  metadata: { ...IDENTITY, annotations: ANNOTATIONS },
  spec: {
    preference: { kind: true, name: true },
    instancetype: { kind: true, name: true },
    template: {
      metadata: { annotations: { ...ANNOTATIONS, [RAW_IO_ANNOTATION]: true } },
      spec: {
        domain: { devices: {} },
        volumes: VOLUMES,
      },
    },
  },
  status: {
    printableStatus: true,
    created: true,
    ready: true,
    conditions: { type: true, status: true, reason: true, message: true },
  },
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
  metadata: VM_FIELDS.metadata ?? {},
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

/** The managed fields have the keys and when they changed; the texts may be large. */
export const CONFIG_MAP_FIELDS: Projection = {
  metadata: {
    ...IDENTITY,
    managedFields: { time: true, fieldsV1: { 'f:data': true, 'f:binaryData': true } },
  },
};
