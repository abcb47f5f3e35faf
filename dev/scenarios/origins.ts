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

const uid = (last: number): string => `0f4b9a52-7c1e-4d8b-9f0e-3a6d5c2b1e7${last}`;

const done = (reason: string): Record<string, unknown> => ({
  conditions: [
    { type: 'Progressing', status: 'False', reason: 'Operation complete' },
    { type: 'Ready', status: 'True', reason },
  ],
});

/** A VM that was made of a snapshot of another one, which is gone, with the snapshot and the restore. */
const restored = (vm: StoredObject, source: string): StoredObject[] => {
  const { namespace = '', name, creationTimestamp: time } = vm.metadata;
  const [snapshot, restore] = [`${source}-before-audit`, `${name}-from-${source}`];
  // All releases serve this version.
  const apiVersion = 'snapshot.kubevirt.io/v1alpha1';
  const reference = { apiGroup: 'kubevirt.io', kind: 'VirtualMachine' };
  const content = `vmsnapshot-content-${uid(0)}`;
  const stored = { metadata: { ...vm.metadata, name: source, uid: uid(2) }, spec: vm.spec, status: {} };
  const mark = { [LAST_RESTORE]: `${restore}-${uid(1)}` };
  return [
    {
      apiVersion,
      kind: 'VirtualMachineSnapshot',
      metadata: { name: snapshot, namespace, uid: uid(0) },
      spec: { source: { ...reference, name: source } },
      status: {
        phase: 'Succeeded',
        readyToUse: true,
        sourceUID: uid(2),
        creationTime: time,
        virtualMachineSnapshotContentName: content,
        ...done('Ready'),
      },
    },
    {
      apiVersion,
      kind: 'VirtualMachineSnapshotContent',
      metadata: { name: content, namespace },
      spec: { virtualMachineSnapshotName: snapshot, source: { virtualMachine: stored } },
      status: { readyToUse: true, creationTime: time },
    },
    {
      apiVersion,
      kind: 'VirtualMachineRestore',
      metadata: { name: restore, namespace, uid: uid(1) },
      spec: { target: { ...reference, name }, virtualMachineSnapshotName: snapshot },
      status: { complete: true, restoreTime: time, ...done('Operation complete') },
    },
    { ...vm, metadata: { ...vm.metadata, annotations: mark } },
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
    'exam-master',
  ),
];
