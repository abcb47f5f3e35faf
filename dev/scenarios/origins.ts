import { appliedFields } from '../cluster/api/write/ownedFields';
import type { StoredObject } from '../cluster/contract';
import { LAST_RESTORE } from '../cluster/kubevirt/copies/copies';
import { SIDECAR_ANNOTATION } from '../cluster/kubevirt/sidecar/hookSidecarList';
import { onDefineDomain, virtualMachine } from './objects';

/** A pool of VMs like this one. Each change of its template restarts them all. */
const pool = (vm: StoredObject, replicas: number): StoredObject => {
  const { name, labels } = vm.metadata;
  return {
    // All releases serve this version.
    apiVersion: 'pool.kubevirt.io/v1alpha1',
    kind: 'VirtualMachinePool',
    metadata: vm.metadata,
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      updateStrategy: { proactive: {} },
      virtualMachineTemplate: { metadata: { labels }, spec: vm.spec },
    },
  };
};

/** A VM that Argo CD has synchronized from a repository. */
const fromArgoCd = (vm: StoredObject, application: string): StoredObject => {
  const { namespace = '', name, labels } = vm.metadata;
  const trackingId = `${application}:kubevirt.io/VirtualMachine:${namespace}/${name}`;
  const annotations = { 'argocd.argoproj.io/tracking-id': trackingId };
  const tracked: StoredObject = { ...vm, metadata: { ...vm.metadata, annotations } };
  const { apiVersion, kind, spec } = vm;
  const applied = { apiVersion, kind, metadata: { annotations, labels, name, namespace }, spec };
  return {
    ...tracked,
    metadata: {
      ...tracked.metadata,
      annotations: {
        ...annotations,
        'kubectl.kubernetes.io/last-applied-configuration': `${JSON.stringify(applied)}\n`,
      },
      managedFields: [
        {
          manager: 'argocd-controller',
          operation: 'Update',
          apiVersion: vm.apiVersion,
          time: vm.metadata.creationTimestamp,
          fieldsType: 'FieldsV1',
          fieldsV1: appliedFields(tracked),
        } as NonNullable<StoredObject['metadata']['managedFields']>[0],
      ],
    },
  };
};

const RESTORE_UID = '0f4b9a52-7c1e-4d8b-9f0e-3a6d5c2b1e70';

/** A new VM that was made of a snapshot, and the restore that made it. */
const restored = (vm: StoredObject, restore: string): StoredObject[] => {
  const { namespace = '', name, creationTimestamp } = vm.metadata;
  return [
    {
      ...vm,
      metadata: { ...vm.metadata, annotations: { [LAST_RESTORE]: `${restore}-${RESTORE_UID}` } },
    },
    {
      apiVersion: 'snapshot.kubevirt.io/v1alpha1',
      kind: 'VirtualMachineRestore',
      metadata: { name: restore, namespace, uid: RESTORE_UID },
      spec: {
        target: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name },
        virtualMachineSnapshotName: `${name}-before-audit`,
      },
      status: {
        complete: true,
        restoreTime: creationTimestamp,
        conditions: [
          { type: 'Progressing', status: 'False', reason: 'Operation complete' },
          { type: 'Ready', status: 'True', reason: 'Operation complete' },
        ],
      },
    },
  ];
};

const withPreference = (vm: StoredObject, name: string): StoredObject => ({
  ...vm,
  spec: { ...(vm.spec as object), preference: { kind: 'VirtualMachinePreference', name } },
});

/** VMs whose hooks come from somewhere else than from their owners: a pool, a preference, a repository, a snapshot. */
export const demoOrigins = (): StoredObject[] => [
  pool(virtualMachine('storefront', 'web-pool', { sidecars: [onDefineDomain('shared-memory')] }), 2),
  fromArgoCd(
    virtualMachine('storefront', 'price-feed', { sidecars: [onDefineDomain('shared-memory')], days: 20 }),
    'storefront',
  ),
  {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePreference',
    metadata: { name: 'licensed', namespace: 'databases' },
    spec: { annotations: { [SIDECAR_ANNOTATION]: JSON.stringify([onDefineDomain('licence-serial')]) } },
  },
  withPreference(virtualMachine('databases', 'ledger'), 'licensed'),
  ...restored(
    virtualMachine('desktops', 'exam-room', {
      sidecars: [onDefineDomain('licence-serial')],
      runStrategy: 'Halted',
      days: 1,
    }),
    'exam-room-again',
  ),
];
