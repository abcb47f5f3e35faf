import jsonpatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import type { VirtualMachine } from '../objects/resources';
import { nicRings } from './domain/nicRings';
import { pciHole } from './domain/pciHole';
import { watchdog } from './domain/watchdog';
import { nativeEdit } from './nativeEdit';
import { defaultValues, type ParameterValues } from './parameter';
import type { Recipe } from './recipe';

type Template = NonNullable<VirtualMachine['spec']['template']>;

const vm = (
  template: Partial<Template> = {},
  domain: Record<string, unknown> = {},
  spec: Record<string, unknown> = {},
): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'a', resourceVersion: '1' },
  spec: { ...spec, template: { spec: { domain: { devices: {}, ...domain } }, ...template } },
});
const withDevices = (devices: Record<string, unknown>, more: Record<string, unknown> = {}): VirtualMachine =>
  vm({}, { ...more, devices });

const plan = (
  recipe: Recipe,
  values: ParameterValues,
  on: VirtualMachine,
  version: string | undefined = 'v1.9.0',
): ReturnType<ReturnType<typeof nativeEdit>> =>
  nativeEdit(recipe, { ...defaultValues(recipe.parameters), ...values }, version)(on);

const HOLE = 'kubevirt.io/disablePCIHole64';
const RESET: ParameterValues = { action: 'reset' };
const QUEUES: ParameterValues = { receiveRing: '', queues: 4 };
const CPU = { cpu: { sockets: 2, cores: 2 } };
const nics = (...models: (string | undefined)[]): Record<string, unknown> => ({
  interfaces: models.map((model, index) => ({
    name: `nic${index}`,
    ...(model === undefined ? {} : { model }),
  })),
});

describe.each<[string, Recipe, ParameterValues, VirtualMachine, VirtualMachine]>([
  ['no annotations', pciHole, {}, vm(), vm({ metadata: { annotations: { [HOLE]: 'true' } } })],
  [
    'other annotations',
    pciHole,
    {},
    vm({ metadata: { labels: { l: '1' }, annotations: { a: 'b' } } }),
    vm({ metadata: { labels: { l: '1' }, annotations: { a: 'b', [HOLE]: 'true' } } }),
  ],
  [
    'another value of the annotation',
    pciHole,
    {},
    vm({ metadata: { annotations: { [HOLE]: 'false' } } }),
    vm({ metadata: { annotations: { [HOLE]: 'true' } } }),
  ],
  [
    'no watchdog',
    watchdog,
    RESET,
    withDevices({ rng: {} }),
    withDevices({ rng: {}, watchdog: { name: 'watchdog', i6300esb: { action: 'reset' } } }),
  ],
  [
    'a watchdog with another action',
    watchdog,
    RESET,
    withDevices({ watchdog: { name: 'own', i6300esb: { action: 'poweroff' } } }),
    withDevices({ watchdog: { name: 'own', i6300esb: { action: 'reset' } } }),
  ],
  [
    'as many CPUs as queues',
    nicRings,
    { ...QUEUES, interface: 'nic0' },
    withDevices(nics(undefined, 'e1000e'), CPU),
    withDevices({ ...nics(undefined, 'e1000e'), networkInterfaceMultiqueue: true }, CPU),
  ],
])('the native field on a VM with %s', (_what, recipe, values, before, after) => {
  const operations = plan(recipe, values, before)?.operations ?? [];
  const apply = (on: VirtualMachine): VirtualMachine =>
    jsonpatch.applyPatch(structuredClone(on), operations as Operation[], true).newDocument;

  it('is all that changes', () => {
    expect(apply(before)).toEqual(after);
  });

  it('is not written over a change by somebody else', () => {
    const path = operations.find(({ op }) => op !== 'test')?.path ?? '';
    const changed = jsonpatch.applyPatch(structuredClone(before), [
      { op: 'add', path, value: 'other' },
    ]).newDocument;
    expect(() => apply(changed)).toThrow('TEST_OPERATION_FAILED');
  });

  it('is not written twice', () => {
    expect(plan(recipe, values, after)).toBeUndefined();
  });
});

it.each<[string, Recipe, ParameterValues, VirtualMachine, string?]>([
  ['another size', pciHole, { gibibytes: 4 }, vm()],
  ['a KubeVirt without the annotation', pciHole, {}, vm(), 'v1.5.3'],
  ['a KubeVirt of an unknown version', pciHole, {}, vm(), ''],
  ['another architecture', pciHole, {}, vm({ spec: { architecture: 'arm64', domain: { devices: {} } } })],
  ['no template', pciHole, {}, { ...vm(), spec: {} }],
  ['an action that only a script sets', watchdog, { action: 'pause' }, vm()],
  ['a model that only a script sets', watchdog, { ...RESET, model: 'ib700' }, vm()],
  ['a watchdog of another model', watchdog, RESET, withDevices({ watchdog: { name: 'w', diag288: {} } })],
  ['another number of queues', nicRings, { ...QUEUES, queues: 2 }, withDevices(nics(undefined), CPU)],
  ['a ring size', nicRings, { queues: 4 }, withDevices(nics(undefined), CPU)],
  [
    'one interface of two',
    nicRings,
    { ...QUEUES, interface: 'nic0' },
    withDevices(nics('virtio', 'virtio'), CPU),
  ],
  ['no virtio interface', nicRings, QUEUES, withDevices(nics('e1000e'), CPU)],
  ['CPUs that the VM does not say', nicRings, QUEUES, withDevices(nics(undefined))],
  [
    'CPUs that an instance type says',
    nicRings,
    QUEUES,
    vm({}, { ...CPU, devices: nics(undefined) }, { instancetype: { name: 'u1' } }),
  ],
])('is not offered for %s', (_what, recipe, values, on, version) => {
  expect(plan(recipe, values, on, version)).toBeUndefined();
});
