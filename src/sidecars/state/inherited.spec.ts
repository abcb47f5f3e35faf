import { expect, it } from 'vitest';
import { diagnose } from '../diagnosis/diagnose';
import type { VirtualMachine } from '../objects/resources';
import { hookOrigins } from './inherited';
import { runningOnly } from './runningOnly';
import { sidecarState, type SidecarStateKind } from './state';
import { A, B, vm, vmi } from './stateFixtures';

const IMAGE = '[{"image":"own"}]';
const PULLED = '[{"image":"own","imagePullPolicy":"Always"}]';
const SCRIPT =
  '[{"image":"own","args":["--version","v1alpha3"],"configMap":{"name":"a","key":"k","hookPath":"/usr/bin/onDefineDomain"}}]';
const PREFERENCE = { preference: { name: 'hooked' } };
const BOTH = {
  ...PREFERENCE,
  instancetype: { name: 'small', kind: 'VirtualMachineInstancetype' },
};

const machine = (text: string | undefined, spec: object = {}, rawIo = false): VirtualMachine => {
  const made = vm(text);
  Object.assign(made.spec, spec);
  if (rawIo) {
    Object.assign(made.spec.template?.metadata?.annotations ?? {}, { 'kubevirt.io/rawioSupport': 'disk1' });
  }
  return made;
};

it.each<[string, VirtualMachine, string | undefined, VirtualMachine | undefined, SidecarStateKind, string[]]>(
  [
    ['a preference', machine(undefined, PREFERENCE), A, vm(A), 'applied', ['preference']],
    ['a preference, not expanded', machine(undefined, PREFERENCE), A, undefined, 'applied', ['preference']],
    ['one of two', machine(undefined, BOTH), A, vm(A), 'applied', ['preference', 'instancetype']],
    ['the raw I/O add-on', machine(undefined, {}, true), A, undefined, 'applied', ['rawIo']],
    [
      'the add-on beside a preference without hooks',
      machine(undefined, PREFERENCE, true),
      A,
      vm(undefined),
      'applied',
      ['rawIo'],
    ],
    [
      'a preference, stopped',
      machine(undefined, PREFERENCE),
      undefined,
      vm(A),
      'appliesAtNextStart',
      ['preference'],
    ],
    ['a preference changed since', machine(undefined, PREFERENCE), B, vm(A), 'restartNeeded', ['preference']],
    ['a preference without hooks', machine(undefined, PREFERENCE), A, vm(undefined), 'restartNeeded', []],
    ['nothing: detached', machine(undefined), A, undefined, 'restartNeeded', []],
    ['its own template', machine(A, PREFERENCE), A, vm(A), 'applied', []],
    ['its own template, changed', machine(B, PREFERENCE), A, vm(B), 'restartNeeded', []],
    ['nobody', machine(undefined, PREFERENCE), undefined, vm(undefined), 'notAttached', []],
  ],
)('knows the hooks of %s', (name, own, runs, expanded, kind, origins) => {
  const instance = name.endsWith('stopped') ? undefined : vmi(runs);
  const state = sidecarState({ vm: own, vmi: instance, expanded });
  expect(state.kind).toBe(kind);
  expect((state.origins ?? []).map((origin) => origin.kind)).toEqual(origins);
  expect(state.reasons.some(({ code }) => code === 'mayBeInherited')).toBe(
    origins.length > 0 && expanded === undefined,
  );
  const isDrift = diagnose({ vm: own, vmi: instance, expanded }).some(({ id }) => id === 'templateDiffers');
  expect(isDrift).toBe(kind === 'restartNeeded');
});

it.each<[string, string, string, SidecarStateKind, number]>([
  ['an image of its own, beside the add-on’s', IMAGE, `[{"image":"add-on"},${IMAGE.slice(1)}`, 'applied', 0],
  ['an image that was attached since', IMAGE, '[{"image":"add-on"}]', 'restartNeeded', 1],
  ['an image with another pull policy', PULLED, PULLED.replace('Always', 'Never'), 'restartNeeded', 1],
  ['a script that the add-on dropped', SCRIPT, '[{"image":"own"},{"image":"add-on"}]', 'failing', 0],
])('compares with the instance what the raw I/O add-on leaves of %s', (_what, own, runs, kind, drifts) => {
  const input = { vm: machine(own, {}, true), vmi: vmi(runs) };
  expect(sidecarState(input).kind).toBe(kind);
  expect(diagnose(input).filter(({ id }) => id === 'templateDiffers')).toHaveLength(drifts);
  expect(runningOnly(input.vm, input.vmi)).toHaveLength(drifts);
});

it.each([
  ['preference', undefined, 'VirtualMachineClusterPreference'],
  ['preference', 'VirtualMachinePreference', 'VirtualMachinePreference'],
  // As KubeVirt fills it in.
  ['preference', 'virtualmachineclusterpreference', 'VirtualMachineClusterPreference'],
  ['instancetype', 'virtualmachineclusterinstancetype', 'VirtualMachineClusterInstancetype'],
  ['instancetype', 'virtualmachineinstancetypes', 'VirtualMachineInstancetype'],
])('names the kind of the %s that is written %s', (role, kind, resource) => {
  const [origin] = hookOrigins(machine(undefined, { [role]: { name: 'hooked', kind } }));
  expect(origin).toEqual({ kind: role, resource, name: 'hooked' });
});

it('knows the origin of hooks that cannot be read', () => {
  const state = sidecarState({ vm: machine(undefined, PREFERENCE), vmi: undefined, expanded: vm('[') });
  expect(state).toMatchObject({ kind: 'unreadable', origins: [{ kind: 'preference', name: 'hooked' }] });
  expect(sidecarState({ vm: machine('['), vmi: undefined }).origins).toBeUndefined();
});

it('offers no restart for a sidecar that the next start brings again', () => {
  const instance = vmi(A, {
    phase: 'Scheduled',
    conditions: [{ type: 'Synchronized', status: 'False', message: 'no script' }],
  });
  const logs = { 'hook-sidecar-0': 'Missing --version parameter' };
  const cures = (own: VirtualMachine, expanded?: VirtualMachine): unknown[] =>
    diagnose({ vm: own, vmi: instance, expanded, logs }).map(({ cure }) => cure?.kind);
  expect(cures(machine(undefined, PREFERENCE), vm(A))).toEqual([undefined]);
  expect(cures(machine(undefined))).toContain('restart');
});
