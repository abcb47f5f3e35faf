import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { managerOf, type Manager } from './managers';
import type { KubernetesObject, ManagedFields, ObjectMeta } from './resources';

const vm = (metadata: Partial<ObjectMeta>): KubernetesObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web', namespace: 'team', ...metadata },
});

const written = (manager: string, operation = 'Apply'): ManagedFields => ({
  manager,
  operation,
  fieldsV1: {
    'f:spec': { 'f:template': { 'f:metadata': { 'f:annotations': { [`f:${SIDECARS_ANNOTATION}`]: {} } } } },
  },
});
const other = (manager: string, operation = 'Apply'): ManagedFields => ({
  manager,
  operation,
  fieldsV1: { 'f:spec': { 'f:runStrategy': {} } },
});

const tracking = { 'argocd.argoproj.io/tracking-id': 'shop:kubevirt.io/VirtualMachine:team/web' };
const applied = (template: object): Record<string, string> => ({
  'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ spec: { template } }),
});
const kustomization = {
  'kustomize.toolkit.fluxcd.io/name': 'apps',
  'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
};
const release = {
  labels: { 'app.kubernetes.io/managed-by': 'Helm' },
  annotations: { 'meta.helm.sh/release-name': 'shop' },
};
const owned = (kind: string, controller = true): Pick<ObjectMeta, 'ownerReferences'> => ({
  ownerReferences: [{ apiVersion: 'a/v1', kind, name: 'owner', uid: 'u', controller }],
});

describe('managerOf', () => {
  it.each<[string, Partial<ObjectMeta>, Manager | undefined]>([
    ['nobody', {}, undefined],
    [
      'Argo CD, by its tracking id',
      { annotations: tracking },
      { by: 'argoCd', name: 'shop', reverts: false },
    ],
    [
      'Argo CD, which applied the annotation on the server',
      { annotations: tracking, managedFields: [written('argocd-controller')] },
      { by: 'argoCd', name: 'shop', reverts: true },
    ],
    [
      'Argo CD, which applied the annotation on the client',
      {
        annotations: {
          ...tracking,
          ...applied({ metadata: { annotations: { [SIDECARS_ANNOTATION]: '[]' } } }),
        },
      },
      { by: 'argoCd', name: 'shop', reverts: true },
    ],
    [
      'Argo CD, which applied something else',
      { annotations: { ...tracking, ...applied({ spec: {} }) } },
      { by: 'argoCd', name: 'shop', reverts: false },
    ],
    [
      'Argo CD, by its label and field manager',
      { labels: { 'app.kubernetes.io/instance': 'shop' }, managedFields: [other('argocd-controller')] },
      { by: 'argoCd', name: 'shop', reverts: false },
    ],
    [
      'Argo CD, whose record cannot be read',
      { annotations: { ...tracking, 'kubectl.kubernetes.io/last-applied-configuration': '{' } },
      { by: 'argoCd', name: 'shop', reverts: false },
    ],
    [
      'a label that other tools write too',
      { labels: { 'app.kubernetes.io/instance': 'shop' }, managedFields: [other('kubectl')] },
      undefined,
    ],
    [
      'a clone of a VM that Argo CD manages',
      { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:kubevirt.io/VirtualMachine:team/origin' } },
      undefined,
    ],
    [
      'Flux',
      { labels: kustomization, managedFields: [other('kustomize-controller')] },
      { by: 'flux', name: 'flux-system/apps', reverts: false },
    ],
    [
      'Flux, which applied the annotation',
      { labels: kustomization, managedFields: [written('kustomize-controller')] },
      { by: 'flux', name: 'flux-system/apps', reverts: true },
    ],
    [
      'Flux, with a Helm release',
      {
        labels: { 'helm.toolkit.fluxcd.io/name': 'shop' },
        managedFields: [other('helm-controller', 'Update')],
      },
      { by: 'flux', name: 'shop', reverts: false },
    ],
    [
      'a clone of a VM that Flux manages',
      { labels: kustomization, managedFields: [other('virt-controller', 'Update')] },
      undefined,
    ],
    [
      'Flux, which is asked to leave the VM alone',
      {
        labels: kustomization,
        annotations: { 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' },
        managedFields: [written('kustomize-controller', 'Update')],
      },
      undefined,
    ],
    ['Helm', release, { by: 'helm', name: 'shop', reverts: false }],
    [
      'Helm, whose chart has the annotation',
      { ...release, managedFields: [written('helm', 'Update')] },
      { by: 'helm', name: 'shop', reverts: true },
    ],
    ['a pool', owned('VirtualMachinePool'), { by: 'pool', name: 'owner', reverts: true }],
    ['an operator', owned('Database'), { by: 'owner', kind: 'Database', name: 'owner', reverts: false }],
    ['an owner that is not the controller', owned('Database', false), undefined],
    [
      'a controller that applies the annotation',
      { managedFields: [written('fleet-operator')] },
      { by: 'applier', name: 'fleet-operator', reverts: true },
    ],
    ['a person who applies it', { managedFields: [written('kubectl')] }, undefined],
    ['a person who edits it', { managedFields: [written('Mozilla', 'Update')] }, undefined],
    [
      'the one of several that reverts',
      { annotations: tracking, ...owned('VirtualMachinePool') },
      { by: 'pool', name: 'owner', reverts: true },
    ],
  ])('%s', (_who, metadata, expected) => {
    expect(managerOf(vm(metadata))).toEqual(expected);
  });
});

it.each<[string, Record<string, unknown>, boolean]>([
  ['the annotation', { 'f:spec': { 'f:virtualMachineTemplate': written('x').fieldsV1 } }, true],
  ['a list with the VM', { 'f:spec': { 'f:virtualMachineTemplate': {} } }, true],
  ['something else', { 'f:spec': { 'f:replicas': {} } }, false],
  ['no field', {}, false],
])('finds who writes %s of a pool', (_what, fieldsV1, isFound) => {
  const pool = vm({ managedFields: [{ manager: 'operator', operation: 'Apply', fieldsV1 }] });
  expect(managerOf(pool, ['spec', 'virtualMachineTemplate'])?.name).toBe(isFound ? 'operator' : undefined);
});
