import { expect, it } from 'vitest';
import { ANNOTATION, makeConfigMapWith } from './rowFixtures';
import {
  makePool,
  makeTemplate,
  makeVmFrom,
  makeVmTemplate,
  TEMPLATES_BASE,
  templateRowMaker,
} from './templateFixtures';
import type { VirtualMachine } from '../objects/resources';
import type { TemplateRow, TemplateRowsInput } from './templateRows';

const rowsOf = (change: Partial<TemplateRowsInput> = {}): TemplateRow[] =>
  templateRowMaker()({ ...TEMPLATES_BASE, ...change });

const finding = ({ findings }: TemplateRow): string =>
  findings === undefined ? 'unknown' : findings.list.map(({ id }) => id).join();

it('finds the VMs that are made from each', () => {
  expect(
    rowsOf().map(({ object, made }) => [object.metadata.name, made?.map(({ metadata }) => metadata.name)]),
  ).toEqual([
    ['template', ['a']],
    ['vm-template', []],
    ['pool', ['b', 'c']],
  ]);
});

it.each(['loading', 'missing'] as const)('does not count VMs where they are %s', (vms) => {
  expect(rowsOf({ vms }).map(({ made }) => made)).toEqual([undefined, undefined, undefined]);
});

it('has no row for a template without VMs, and one for all VMs of a template', () => {
  const [row, ...others] = rowsOf({
    objects: [makeTemplate('none'), makeTemplate('two', undefined, 'broken')],
  });
  expect(others).toEqual([]);
  expect(row?.vms.map(({ parsed }) => parsed.kind)).toEqual(['absent', 'malformed']);
  expect(row && finding(row)).toBe('malformedAnnotation');
  expect(row?.findings?.consequence).toBe('doesNotStart');
});

it.each<[string, Partial<TemplateRowsInput>, string[]]>([
  ['where all is there', {}, ['', '', '']],
  // A template's VMs may be made in any namespace.
  ['without the ConfigMap', { configMaps: [] }, ['', 'configMapMissing', '']],
  ['without the key', { configMaps: [makeConfigMapWith('other')] }, ['', 'keyMissing', '']],
  ['while ConfigMaps load', { configMaps: 'loading' }, ['unknown', 'unknown', '']],
  ['while the version is not known', { gate: 'loading' }, ['unknown', 'unknown', '']],
  ['without rights to ConfigMaps', { configMaps: 'missing' }, ['', '', '']],
])('has the findings that are true %s', (_what, change, expected) => {
  expect(rowsOf(change).map(finding)).toEqual(expected);
});

it('makes a row again only when something it is made of has changed', () => {
  const make = templateRowMaker();
  const template = makeTemplate('t', ANNOTATION);
  const vmTemplate = makeVmTemplate('v', ANNOTATION);
  const input = { ...TEMPLATES_BASE, objects: [template, vmTemplate], vms: [makeVmFrom('a', template)] };
  const first = make(input);
  expect(make({ ...input, vms: [...input.vms] })).toEqual(first);
  const same = (rows: readonly TemplateRow[]): boolean[] => rows.map((row, index) => row === first[index]);
  expect(same(make({ ...input, vms: [...input.vms] }))).toEqual([true, true]);
  expect(same(make({ ...input, vms: [] }))).toEqual([false, true]);
  expect(same(make({ ...input, objects: [{ ...template }, vmTemplate] }))).toEqual([false, true]);
  expect(same(make({ ...input, configMaps: [] }))).toEqual([false, false]);
});

it.each<[string, (vms: VirtualMachine[]) => Partial<TemplateRowsInput>]>([
  ['the version of KubeVirt', () => ({ gate: { version: 'v0.59.0' } })],
  ['a VM in the place of another', (vms) => ({ vms: vms.slice(1) })],
])('makes a row again when what has changed is %s', (_what, change) => {
  const make = templateRowMaker();
  const template = makeTemplate('t', ANNOTATION);
  const vms = [makeVmFrom('a', template), makeVmFrom('b', template)];
  const input = { ...TEMPLATES_BASE, objects: [template], vms: vms.slice(0, 1) };
  const [first] = make(input);
  const [second] = make({ ...input, ...change(vms) });
  expect(second).not.toBe(first);
});

it('takes no VM of another pool of the same name', () => {
  const pool = makePool('pool', undefined);
  const again = { ...pool, metadata: { ...pool.metadata, uid: 'another' } };
  expect(rowsOf({ objects: [again], vms: [makeVmFrom('a', pool)] })[0]?.made).toEqual([]);
});
