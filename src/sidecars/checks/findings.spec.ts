import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../objects/resources';
import type { CheckContext, Finding, FindingId } from './check';
import { afterFix, cloudInit, configMap, findings, ids, script, vm } from './checkFixtures';

describe('the checks', () => {
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
      { params: { name: 's', number: 1 } },
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
      [script({ pvc: { name: 'p', volumePath: '/p', sharedComputPath: '/' } })],
      {},
      { params: { key: 'sharedComputPath', nearest: 'sharedComputePath' } },
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
    [
      'hookPathMissing',
      'error',
      [script({}, { hookPath: '' })],
      {},
      { place: { kind: 'annotation', index: 0, field: 'configMap.hookPath' } },
    ],
    // A blank is a path, which Kubernetes takes and nobody looks at.
    ['hookPathUnknown', 'error', [script({}, { hookPath: ' ' })], {}, { params: { hookPath: ' ' } }],
    ['noScript', 'warning', [{ args: ['--version', 'v1alpha3'] }], {}, {}],
    [
      'hookOrder',
      'warning',
      [script(), script({}, { name: 't' })],
      {},
      { params: { number: 2 }, place: { kind: 'annotation' } },
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
    [
      'unknownKey',
      'warning',
      [script({ pvc: { name: 'p', volumePath: '/p', sharedComputPath: '/' } })],
      {},
      { key: 'sharedComputPath', nearest: 'sharedComputePath' },
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
});

it('tells of no missing key where the keys are not known', () => {
  const [name, known] = configMap('s', {});
  const found = (map: ConfigMap): FindingId[] =>
    ids(findings([script({}, { key: 'x' })], { configMaps: new Map([[name, map]]) }));
  expect(found(known)).toEqual(['keyMissing']);
  expect(found({ ...known, data: undefined })).toEqual([]);
});
