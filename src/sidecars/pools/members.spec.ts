import { expect, it } from 'vitest';
import type { KubernetesObject } from '../objects/resources';
import type { VirtualMachinePool } from '../objects/templateResources';
import { isMemberOf, memberSelector, poolOwner } from './members';

const pool = (selector?: unknown, uid?: string): VirtualMachinePool => ({
  apiVersion: 'pool.kubevirt.io/v1beta1',
  kind: 'VirtualMachinePool',
  metadata: { name: 'desks', ...(uid === undefined ? {} : { uid }) },
  spec: { selector },
});

const vm = (uid: string, controller: boolean, kind = 'VirtualMachinePool'): KubernetesObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: {
    name: 'desks-0',
    ownerReferences: [{ apiVersion: 'pool.kubevirt.io/v1beta1', kind, name: 'desks', uid, controller }],
  },
});

it('knows the VMs of a pool by their controller', () => {
  const desks = pool({}, 'u1');
  expect(isMemberOf(desks, vm('u1', true))).toBe(true);
  expect(isMemberOf(desks, vm('u1', false))).toBe(false);
  expect(isMemberOf(desks, vm('u0', true))).toBe(false);
  expect(isMemberOf(desks, vm('u1', true, 'Deployment'))).toBe(false);
  expect(isMemberOf(desks, { ...vm('u1', true), metadata: { name: 'alone' } })).toBe(false);
  expect(isMemberOf(pool(), { ...vm('u1', true), metadata: { name: 'alone' } })).toBe(false);
  expect(poolOwner(vm('u1', true))?.name).toBe('desks');
});

it.each([
  [{ matchLabels: { app: 'desks', tier: 'a' } }, 'app=desks,tier=a'],
  [{ matchLabels: {} }, undefined],
  [undefined, undefined],
  [{ matchLabels: { app: 'desks' }, matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, undefined],
])('lists the VMs of a pool that selects %j by %s', (selector, expected) => {
  expect(memberSelector(pool(selector))).toBe(expected);
});
