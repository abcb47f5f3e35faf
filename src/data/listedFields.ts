import type { Projection } from '../k8s/listWatch/projection';
import { CREATED_BY_LABEL, SIDECARS_ANNOTATION, VM_NAME_LABEL } from '../sidecars/annotation/constants';

/**
 * What a list keeps of each object, where there may be thousands: what states and checks read. Who changes an object
 * reads it first.
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

export const VM_FIELDS: Projection = {
  metadata: { ...IDENTITY, annotations: ANNOTATIONS },
  spec: {
    template: {
      metadata: { annotations: ANNOTATIONS },
      spec: {
        domain: { devices: {} },
        // Of cloud-init only that it is there: it may hold passwords.
        volumes: {
          name: true,
          configMap: true,
          persistentVolumeClaim: true,
          cloudInitNoCloud: {},
          cloudInitConfigDrive: {},
        },
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
  metadata: { ...IDENTITY, annotations: ANNOTATIONS },
  spec: { domain: { devices: {} } },
  status: { phase: true, reason: true, nodeName: true, conditions: true, migrationState: true },
};

export const LAUNCHER_POD_FIELDS: Projection = {
  metadata: {
    ...IDENTITY,
    labels: { 'kubevirt.io': true, [CREATED_BY_LABEL]: true, [VM_NAME_LABEL]: true },
  },
  spec: { nodeName: true },
  status: true,
};

/** The managed fields name the keys and say when they changed. The texts may be large. */
export const CONFIG_MAP_FIELDS: Projection = {
  metadata: {
    ...IDENTITY,
    managedFields: { time: true, fieldsV1: { 'f:data': true, 'f:binaryData': true } },
  },
};
