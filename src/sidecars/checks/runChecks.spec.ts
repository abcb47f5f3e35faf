import { describe, expect, it } from 'vitest';
import { parseSidecars, serializeSidecars } from '../annotation';
import type { ConfigMap, VirtualMachine, Volume } from '../resources';
import type { CheckContext, Finding, FindingId } from './check';
import { CHECKS, runChecks } from './runChecks';

const vm = (volumes: Volume[] = [], annotations: Record<string, string> = {}): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'a', annotations },
  spec: { template: { spec: { domain: { devices: {} }, volumes } } },
});

const configMap = (name: string, data: Record<string, string>): [string, ConfigMap] => [
  name,
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data },
];

const script = (
  changes: Record<string, unknown> = {},
  source: Record<string, unknown> = {},
): Record<string, unknown> => ({
  args: ['--version', 'v1alpha3'],
  configMap: { name: 's', key: 'k', hookPath: '/usr/bin/onDefineDomain', ...source },
  ...changes,
});
const cloudInit = { hookPath: '/usr/bin/preCloudInitIso' };

const findings = (
  annotation: Record<string, unknown>[] | string | undefined,
  context: Partial<CheckContext> = {},
): Finding[] => {
  const text = typeof annotation === 'object' ? JSON.stringify(annotation) : annotation;
  return runChecks({ vm: vm(), parsed: parseSidecars(text), ...context });
};

const ids = (found: readonly Finding[]): FindingId[] => found.map(({ id }) => id);

/** The ids that are left after the fix of the only finding that has one. */
const afterFix = (found: readonly Finding[], context: Partial<CheckContext> = {}): FindingId[] => {
  const [fix] = found.flatMap((finding) => finding.fix ?? []);
  return fix?.kind === 'sidecars' ? ids(findings(serializeSidecars(fix.next), context)) : ['noScript'];
};

describe('runChecks', () => {
  it.each([undefined, '[]', 'null'])('finds nothing in %s', (annotation) => {
    expect(findings(annotation)).toEqual([]);
  });

  it('finds nothing wrong with a sidecar set up the safe way, whatever is known', () => {
    const configMaps = new Map([configMap('s', { k: '#!/bin/sh' })]);
    const known = { configMaps, pvcs: new Set<string>(), kubevirtVersion: 'v1.9.0', gate: { enabled: true } };
    expect(findings([script()], known)).toEqual([]);
  });

  const old = { kubevirtVersion: 'v1.1.0' };
  it.each<
    [
      FindingId,
      Finding['severity'],
      Record<string, unknown>[] | string,
      Partial<CheckContext>,
      Partial<Finding>,
    ]
  >([
    ['gateOff', 'error', [script()], { gate: { enabled: false } }, { place: { kind: 'annotation' } }],
    ['blankAnnotation', 'error', ' ', {}, { fix: { kind: 'removeAnnotation' } }],
    [
      'malformedAnnotation',
      'error',
      '[',
      {},
      { params: { code: 'syntax', message: 'unexpected end of JSON input', line: 1, column: 2 } },
    ],
    ['malformedAnnotation', 'error', '{}', {}, { place: { kind: 'annotation' } }],
    [
      'configMapNameNotLabel',
      'error',
      [script({}, { name: 'a.b' })],
      {},
      { params: { name: 'a.b', problem: 'dots' } },
    ],
    [
      'configMapNameNotLabel',
      'error',
      [script({}, { name: '' })],
      {},
      { params: { name: '', problem: 'empty' } },
    ],
    [
      'volumeNameClash',
      'error',
      [script()],
      { vm: vm([{ name: 's' }]) },
      { params: { name: 's' }, place: { kind: 'annotation', index: 0, field: 'configMap.name' } },
    ],
    [
      'volumeNameClash',
      'error',
      [{ image: 'i', pvc: { name: 'p', volumePath: '/p' } }],
      { vm: vm([{ name: 'p' }]) },
      { place: { kind: 'annotation', index: 0, field: 'pvc.name' } },
    ],
    [
      'pvcNameClash',
      'error',
      [script({ pvc: { name: 's', volumePath: '/p' } })],
      {},
      { params: { name: 's', other: 0 } },
    ],
    [
      'pvcMissing',
      'error',
      [script({ pvc: { name: 'p', volumePath: '/p' } })],
      { pvcs: new Set(['q']) },
      { params: { name: 'p' } },
    ],
    ['configMapMissing', 'error', [script()], { configMaps: new Map() }, { params: { name: 's' } }],
    [
      'hookPathUnknown',
      'error',
      [script({}, { hookPath: '/opt/x' })],
      {},
      { params: { hookPath: '/opt/x' } },
    ],
    ['hookPathUnknown', 'warning', [script({ image: 'mine' }, { hookPath: '/opt/x' })], {}, {}],
    ['hookPathUnknown', 'error', [script({ image: 'mine' }, { hookPath: 'x' })], {}, {}],
    ['preCloudInitIsoWithoutCloudInit', 'error', [script({}, cloudInit)], {}, {}],
    [
      'unknownKey',
      'warning',
      [script({ configmaps: 1 })],
      {},
      { params: { key: 'configmaps', nearest: 'configMap' } },
    ],
    [
      'unknownKey',
      'warning',
      [script({}, { mode: 493 })],
      {},
      { params: { key: 'mode' }, place: { kind: 'annotation', index: 0, field: 'configMap.mode' } },
    ],
    [
      'unknownKey',
      'warning',
      [script({ pvc: { name: 'p', volumPath: '/' } })],
      {},
      { params: { key: 'volumPath', nearest: 'volumePath' } },
    ],
    ['imageMissing', 'error', [script()], { kubevirtVersion: 'v1.2.4' }, { params: { version: 'v1.2.4' } }],
    ['configMapUnsupported', 'error', [script({ image: 'i' })], old, { params: { version: 'v1.1.0' } }],
    [
      'badImagePullPolicy',
      'error',
      [script({ imagePullPolicy: 'sometimes' })],
      {},
      { params: { policy: 'sometimes' } },
    ],
    ['noScript', 'warning', [{ args: ['--version', 'v1alpha3'] }], {}, {}],
    [
      'hookOrder',
      'warning',
      [script(), script({}, { name: 't' })],
      {},
      { params: { count: 2 }, place: { kind: 'annotation' } },
    ],
  ])('finds %s as %s in %j', (id, severity, annotation, context, expected) => {
    const found = findings(annotation, context);
    expect(ids(found)).toEqual([id]);
    expect(found[0]).toMatchObject({ ...expected, severity });
  });

  it.each<
    [FindingId, Finding['severity'], Record<string, unknown>[], Partial<CheckContext>, Finding['params']]
  >([
    [
      'hookPathUnknown',
      'error',
      [script({}, { hookPath: '/usr/bin/onDefineDomian' })],
      {},
      { hookPath: '/usr/bin/onDefineDomian', nearest: '/usr/bin/onDefineDomain' },
    ],
    [
      'hookPathUnknown',
      'error',
      [script({}, { hookPath: 'ondefinedomain' })],
      {},
      { hookPath: 'ondefinedomain', nearest: '/usr/bin/onDefineDomain' },
    ],
    [
      'keyMissing',
      'error',
      [script({}, { key: 'x' })],
      { configMaps: new Map([configMap('s', { other: '' })]) },
      { name: 's', key: 'x', nearest: 'other' },
    ],
    [
      'keyMissing',
      'error',
      [script({}, { key: 'skript.sh' })],
      { configMaps: new Map([configMap('s', { 'script.sh': '', z: '' })]) },
      { name: 's', key: 'skript.sh', nearest: 'script.sh' },
    ],
    ['versionMissing', 'error', [script({ args: [] })], {}, {}],
    ['versionMissing', 'error', [script({ args: undefined })], {}, {}],
    ['versionUnknown', 'error', [script({ args: ['--version=v2'] })], {}, { version: 'v2' }],
    ['versionOld', 'warning', [script({ args: ['--version', 'v1alpha2'] })], {}, { version: 'v1alpha2' }],
    [
      'versionOld',
      'error',
      [script({ args: ['--version', 'v1alpha1'] }, cloudInit)],
      { vm: vm([{ name: 'c', cloudInitNoCloud: {} }]) },
      { version: 'v1alpha1' },
    ],
    [
      'badImagePullPolicy',
      'error',
      [script({ imagePullPolicy: 'ifnotpresent' })],
      {},
      { policy: 'ifnotpresent', nearest: 'IfNotPresent' },
    ],
    [
      'imageSet',
      'advice',
      [script({ image: 'quay.io/kubevirt/sidecar-shim:v1.3.0' })],
      { kubevirtVersion: 'v1.3.0' },
      { image: 'quay.io/kubevirt/sidecar-shim:v1.3.0' },
    ],
  ])('finds %s as %s in %j and mends it', (id, severity, annotation, context, params) => {
    const found = findings(annotation, context);
    expect(ids(found)).toEqual([id]);
    expect(found[0]).toMatchObject({ severity, params, place: { kind: 'annotation', index: 0 } });
    expect(afterFix(found, context)).toEqual([]);
  });

  it('mends nothing where no key is like the missing one', () => {
    const several = new Map([configMap('s', { alpha: '', beta: '' }), configMap('t', {})]);
    const [found] = findings([script({}, { key: 'zzzzzzzz' })], { configMaps: several });
    expect(found).toMatchObject({ id: 'keyMissing', params: { name: 's', key: 'zzzzzzzz' } });
    expect(found?.fix).toBeUndefined();
  });

  it('knows keys in binary data', () => {
    const [name, map] = configMap('s', {});
    const { data: _data, ...binary } = { ...map, binaryData: { k: '' } };
    expect(findings([script()], { configMaps: new Map([[name, binary]]) })).toEqual([]);
  });

  it('points at every sidecar after the first with the same ConfigMap', () => {
    const found = findings([script(), script({}, cloudInit), script({}, cloudInit)], {
      vm: vm([{ name: 'c', cloudInitConfigDrive: {} }]),
    });
    expect(found).toMatchObject([
      { id: 'duplicateConfigMap', params: { name: 's', first: 0 }, place: { index: 1 } },
      { id: 'duplicateConfigMap', params: { name: 's', first: 0 }, place: { index: 2 } },
      { id: 'secondPreCloudInitIso', params: { first: 1 }, place: { index: 2 } },
    ]);
  });

  it('points at the second sidecar with the same PVC', () => {
    const pvc = { image: 'i', pvc: { name: 'p', volumePath: '/p' } };
    expect(findings([pvc, pvc])).toMatchObject([
      { id: 'pvcNameClash', params: { other: 0 }, place: { index: 1 } },
    ]);
  });

  it('asks nothing of custom images that only the shim needs', () => {
    expect(
      findings([{ image: 'mine' }, { command: ['x'], image: 'mine' }], { kubevirtVersion: 'v1.9.0' }),
    ).toEqual([]);
    expect(findings([{ pvc: { name: '', volumePath: '' }, command: ['x'] }])).toEqual([]);
    expect(ids(findings([{ image: 'quay.io/kubevirt/sidecar-shim' }]))).toEqual(['versionMissing']);
  });

  it('says nothing about images where the version of KubeVirt is not known', () => {
    expect(findings([script({ image: 'i' })], { kubevirtVersion: 'devel' })).toEqual([]);
  });

  it('finds the annotation on the VM itself, and offers to move it unless the template has another', () => {
    const name = 'hooks.kubevirt.io/hookSidecars';
    const misplaced = vm([], { [name]: '[]' });
    expect(findings(undefined, { vm: misplaced })).toEqual([
      {
        id: 'annotationOnVmMetadata',
        severity: 'warning',
        params: {},
        place: { kind: 'vm', field: 'metadata.annotations' },
        fix: { kind: 'moveAnnotation' },
      },
    ]);
    const both = structuredClone(misplaced);
    both.spec.template = { spec: { domain: { devices: {} } }, metadata: { annotations: { [name]: '[{}]' } } };
    expect(findings(undefined, { vm: both })[0]?.fix).toBeUndefined();
  });

  it('puts errors first, and then goes by the sidecars', () => {
    const found = findings([script({ image: 'i', note: 1 }), script({}, { name: 's.x' })], {
      kubevirtVersion: '1.9.0',
    });
    expect(found.map(({ id, severity }) => [id, severity])).toEqual([
      ['configMapNameNotLabel', 'error'],
      ['hookOrder', 'warning'],
      ['unknownKey', 'warning'],
      ['imageSet', 'advice'],
    ]);
  });

  it('has each check once', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
  });
});
