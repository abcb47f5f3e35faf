import { describe, expect, it } from 'vitest';
import type { SidecarVm } from './vmRows';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { parseSidecars } from '../annotation/annotation';
import { vmFindings } from './vmFindings';
import { sidecarState } from '../state/state';
import type { VirtualMachine } from '../objects/resources';
import { vmListQuery, type VmListQuery } from './vmListQuery';
import { pageOf } from './listQuery';
import { createVmSorter, filterVms, hasSidecars } from './vmListRows';

const script = (name: string): string =>
  JSON.stringify([{ configMap: { name, key: 'run.sh', hookPath: '/usr/bin/onDefineDomain' } }]);

interface Parts {
  annotation?: string;
  namespace?: string;
  created?: string;
  status?: string;
  isUnknown?: boolean;
}

const row = (
  name: string,
  { annotation, namespace = 'ns', created, status, isUnknown }: Parts = {},
): SidecarVm => {
  const vm: VirtualMachine = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace, ...(created === undefined ? {} : { creationTimestamp: created }) },
    spec: {
      template: {
        metadata: annotation === undefined ? {} : { annotations: { [SIDECARS_ANNOTATION]: annotation } },
        spec: { domain: { devices: {} } },
      },
    },
    status: status === undefined ? {} : { printableStatus: status },
  };
  const parsed = parseSidecars(annotation);
  return {
    vm,
    parsed,
    state: isUnknown === true ? undefined : sidecarState({ vm }),
    findings:
      isUnknown === true
        ? undefined
        : vmFindings(vm, parsed, { configMaps: new Map(), kubevirtVersion: 'v1.9.0' }),
  };
};

const ROWS = [
  row('vm-10', { annotation: script('baseboard'), created: '2026-01-02T00:00:00Z', status: 'Running' }),
  row('vm-9', { namespace: 'a', created: '2026-01-01T00:00:00Z', status: 'Stopped' }),
  row('DB', { annotation: '[', created: '2026-01-03T00:00:00Z', status: 'Starting' }),
  row('img', { annotation: '[{"image":"quay.io/me/hook:1"}]', isUnknown: true }),
  row('empty', { annotation: '[]' }),
];

const asked = (change: Partial<VmListQuery>): VmListQuery => ({
  ...vmListQuery.read(new URLSearchParams()),
  ...change,
});

const names = (rows: readonly SidecarVm[]): string[] => rows.map(({ vm }) => vm.metadata.name);

describe('filterVms', () => {
  it.each<[Partial<VmListQuery>, string[]]>([
    [{}, ['vm-10', 'vm-9', 'DB', 'img', 'empty']],
    [{ name: ' VM-' }, ['vm-10', 'vm-9']],
    [{ name: 'db' }, ['DB']],
    [{ script: 'BASE' }, ['vm-10']],
    [{ script: 'run.sh' }, ['vm-10']],
    [{ script: 'quay.io' }, ['img']],
    [{ states: ['unreadable', 'notAttached'] }, ['vm-9', 'DB', 'empty']],
    [{ findings: ['error'] }, ['vm-10', 'DB']],
    [{ findings: ['malformedAnnotation'] }, ['DB']],
    [{ findings: ['versionMissing', 'startsUnchanged'] }, ['vm-10']],
    [{ findings: ['doesNotStart'] }, ['vm-10', 'DB']],
    [{ findings: ['advice'] }, []],
    [{ hasSidecars: true }, ['vm-10', 'DB', 'img']],
    [{ hasSidecars: true, name: 'vm' }, ['vm-10']],
    [{ name: 'none such' }, []],
  ])('with %j', (change, expected) => {
    expect(names(filterVms(ROWS, asked(change)))).toEqual(expected);
  });
});

describe('createVmSorter', () => {
  it.each<[VmListQuery['sortBy'], VmListQuery['direction'], string[]]>([
    ['name', 'asc', ['DB', 'empty', 'img', 'vm-9', 'vm-10']],
    ['name', 'desc', ['vm-10', 'vm-9', 'img', 'empty', 'DB']],
    ['namespace', 'asc', ['vm-9', 'DB', 'empty', 'img', 'vm-10']],
    ['status', 'asc', ['vm-10', 'DB', 'empty', 'img', 'vm-9']],
    ['scripts', 'desc', ['img', 'vm-10', 'DB', 'empty', 'vm-9']],
    ['state', 'asc', ['DB', 'vm-10', 'empty', 'vm-9', 'img']],
    ['state', 'desc', ['img', 'empty', 'vm-9', 'vm-10', 'DB']],
    ['findings', 'asc', ['vm-10', 'DB', 'empty', 'vm-9', 'img']],
    ['findings', 'desc', ['img', 'empty', 'vm-9', 'DB', 'vm-10']],
    ['created', 'desc', ['DB', 'vm-10', 'vm-9', 'empty', 'img']],
  ])('by %s, %s', (sortBy, direction, expected) => {
    expect(names(createVmSorter()(ROWS, { sortBy, direction }))).toEqual(expected);
  });
});

it('sorts rows after additions, changes and removals like a new list', () => {
  const sort = createVmSorter();
  const by = { sortBy: 'status', direction: 'asc' } as const;
  sort(ROWS.slice(2), by);
  sort(ROWS, by);
  const changed = [
    ...ROWS.slice(1, 4),
    row('vm-10', { status: 'Unknown' }),
    row('vm-2', { status: 'Error' }),
  ];
  expect(names(sort(changed, by))).toEqual(names(createVmSorter()(changed, by)));
  expect(names(sort(changed, by))).toEqual(['vm-2', 'DB', 'img', 'vm-9', 'vm-10']);
});

describe('pageOf', () => {
  const rows = Array.from({ length: 45 }, (_none, index) => index);
  it.each<[number, number, number, number | undefined, number]>([
    [1, 20, 1, 0, 20],
    [3, 20, 3, 40, 5],
    [9, 20, 3, 40, 5],
    [1, 100, 1, 0, 45],
  ])('page %i of %i a page', (page, perPage, shown, first, length) => {
    const answer = pageOf(rows, page, perPage);
    expect([answer.page, answer.items[0], answer.items.length]).toEqual([shown, first, length]);
  });

  it('shows page 1 of an empty list', () => {
    expect(pageOf([], 3, 20)).toEqual({ items: [], page: 1 });
  });
});

it('counts a VM that still runs a detached sidecar as having sidecars', () => {
  const detached = row('vm');
  expect(hasSidecars(detached)).toBe(false);
  expect(hasSidecars({ ...detached, state: { kind: 'restartNeeded', reasons: [], sidecars: [] } })).toBe(
    true,
  );
});
