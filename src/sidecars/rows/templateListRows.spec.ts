import { expect, it } from 'vitest';
import { ANNOTATION } from './rowFixtures';
import { makePool, makeTemplate, makeVmFrom, makeVmTemplate, templateRowMaker } from './templateFixtures';
import { NO_TEMPLATE_FILTERS, templateListQuery, type TemplateListQuery } from './templateListQuery';
import { createTemplateSorter, filterTemplates } from './templateListRows';
import type { TemplateRow } from './templateRows';

const pool = makePool('b-pool', undefined);
const ROWS = templateRowMaker()({
  objects: [
    makeTemplate('d-broken', undefined, 'broken'),
    pool,
    makeVmTemplate('a-vm-template', ANNOTATION),
    makeTemplate('c-template', ANNOTATION),
  ],
  vms: [makeVmFrom('vm', pool)],
  configMaps: [],
  gate: { version: 'v1.9.0' },
});

const DEFAULT = templateListQuery.read(new URLSearchParams());

const names = (rows: readonly TemplateRow[]): string =>
  rows.map(({ object }) => object.metadata.name.slice(0, 1)).join('');

it.each<[Partial<TemplateListQuery>, string]>([
  [{}, 'dbac'],
  [{ name: ' TEMPLATE ' }, 'ac'],
  [{ script: 'scr' }, 'ac'],
  [{ script: 'other' }, ''],
  [{ kinds: ['Template'] }, 'dc'],
  [{ kinds: ['VirtualMachinePool', 'VirtualMachineTemplate'] }, 'ba'],
  [{ findings: ['configMapMissing'] }, 'a'],
  [{ findings: ['doesNotStart'] }, 'da'],
  [{ hasSidecars: true }, 'dac'],
  [{ hasSidecars: true, kinds: ['Template'], name: 'c' }, 'c'],
])('filters by %j', (query, expected) => {
  expect(names(filterTemplates(ROWS, { ...DEFAULT, ...query }))).toBe(expected);
});

it.each<[TemplateListQuery['sortBy'], string]>([
  ['name', 'abcd'],
  ['namespace', 'abcd'],
  ['kind', 'cdab'],
  ['scripts', 'bdac'],
  ['findings', 'adbc'],
  ['made', 'acdb'],
])('sorts by %s', (sortBy, expected) => {
  const sort = createTemplateSorter();
  expect(names(sort(ROWS, { sortBy, direction: 'asc' }))).toBe(expected);
});

it('keeps a query in the URL, and base templates when filters are cleared', () => {
  const query: TemplateListQuery = {
    name: 'n',
    script: 's',
    kinds: ['Template'],
    findings: ['error'],
    hasSidecars: true,
    withBase: true,
    sortBy: 'made',
    direction: 'desc',
    page: 2,
    perPage: 50,
  };
  const parameters = templateListQuery.write(new URLSearchParams('tab=templates'), query);
  expect(parameters.get('tab')).toBe('templates');
  expect(templateListQuery.read(parameters)).toEqual(query);
  expect({
    ...query,
    ...NO_TEMPLATE_FILTERS,
    sortBy: 'name',
    direction: 'asc',
    page: 1,
    perPage: 20,
  }).toEqual({
    ...DEFAULT,
    withBase: true,
  });
});
