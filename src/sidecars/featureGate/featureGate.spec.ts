import fc from 'fast-check';
import jsonpatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import type { Condition, HyperConverged, KubeVirt, VirtualMachine } from '../resources';
import { buildHcoGatePatch, buildKubeVirtGatePatch } from './gatePatches';
import { evaluateGate } from './gateStatus';
import {
  disableGate,
  enableGate,
  enablesGate,
  parseHcoPatch,
  serializeHcoPatch,
  type HcoOperation,
} from './hcoAnnotation';
import { isAtLeast, parseKubeVirtVersion } from './kubevirtVersion';
import { vmsNeedingGate } from './vmsNeedingGate';

const GATES = '/spec/configuration/developerConfiguration/featureGates';
const NAME = 'kubevirt.kubevirt.io/jsonpatch';
const add: HcoOperation = { op: 'add', path: `${GATES}/-`, value: 'Sidecar' };
const other: HcoOperation = { op: 'add', path: `${GATES}/-`, value: 'CPUManager', note: 'ours' };

const apply = <T>(object: T, operations: readonly object[]): T =>
  jsonpatch.applyPatch(structuredClone(object), operations as Operation[], true).newDocument;

const hco = (annotations?: Record<string, string>, conditions: Condition[] = []): HyperConverged => ({
  apiVersion: 'hco.kubevirt.io/v1',
  kind: 'HyperConverged',
  metadata: { name: 'kubevirt-hyperconverged', resourceVersion: '5', ...(annotations && { annotations }) },
  status: { conditions },
});

type Developer = NonNullable<
  NonNullable<NonNullable<KubeVirt['spec']>['configuration']>['developerConfiguration']
>;

const kubevirt = (developerConfiguration?: Developer, version = 'v1.9.0'): KubeVirt => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'KubeVirt',
  metadata: { name: 'kubevirt', resourceVersion: '5' },
  spec: { configuration: { ...(developerConfiguration && { developerConfiguration }) } },
  status: { phase: 'Deployed', observedKubeVirtVersion: version },
});

describe('KubeVirt versions', () => {
  it.each([
    ['v1.9.0', { major: 1, minor: 9, patch: 0, preRelease: undefined }],
    ['v1.9.0-beta.0', { major: 1, minor: 9, patch: 0, preRelease: 'beta.0' }],
    ['1.6.2-34-g1a2b3c', { major: 1, minor: 6, patch: 2, preRelease: '34-g1a2b3c' }],
    ['v1.10', { major: 1, minor: 10, patch: 0, preRelease: undefined }],
    [' v2.0.1+build ', { major: 2, minor: 0, patch: 1, preRelease: undefined }],
    ['{gitVersion}', undefined],
    ['devel', undefined],
    [undefined, undefined],
  ])('reads %j', (text, version) => {
    expect(parseKubeVirtVersion(text)).toEqual(version);
  });

  it.each([
    ['v1.9.0-alpha.1', 1, 9, true],
    ['v1.10.0', 1, 9, true],
    ['v2.0.0', 1, 9, true],
    ['v1.8.4', 1, 9, false],
    ['v0.59.0', 1, 2, false],
    ['devel', 1, 9, undefined],
  ])('whether %s is at least %i.%i: %s', (text, major, minor, answer) => {
    expect(isAtLeast(text, major, minor)).toBe(answer);
  });
});

describe('parseHcoPatch', () => {
  it.each([
    [undefined, { kind: 'absent' }],
    ['null', { kind: 'parsed', operations: [] }],
    [
      JSON.stringify([other, { op: 'test', path: '', value: null }]),
      { kind: 'parsed', operations: [other, { op: 'test', path: '', value: null }] },
    ],
    [
      '',
      { kind: 'malformed', problem: 'syntax', message: 'unexpected end of JSON input', line: 1, column: 1 },
    ],
    ['{}', { kind: 'malformed', problem: 'notAList' }],
    ['[\n{"op":"add"}]', { kind: 'malformed', problem: 'notAnOperation', line: 2, column: 1 }],
    ['[{"op":"plus","path":"/a"}]', { kind: 'malformed', problem: 'notAnOperation' }],
    ['[{"op":"add","path":7}]', { kind: 'malformed', problem: 'notAnOperation' }],
    ['[null]', { kind: 'malformed', problem: 'notAnOperation', column: 2 }],
    ['[1]', { kind: 'malformed', problem: 'notAnOperation' }],
  ])('reads %j', (text, parsed) => {
    expect(parseHcoPatch(text)).toMatchObject(parsed);
  });
});

describe('the gate among the operations of HCO', () => {
  it.each<[HcoOperation, boolean]>([
    [add, true],
    [{ ...add, path: `${GATES}/0` }, true],
    [{ op: 'replace', path: GATES, value: ['A', 'Sidecar'] }, true],
    [
      {
        op: 'add',
        path: '/spec/configuration',
        value: { developerConfiguration: { featureGates: ['Sidecar'] } },
      },
      true,
    ],
    [other, false],
    [{ ...add, op: 'test' }, false],
    [{ op: 'remove', path: `${GATES}/0` }, false],
    [{ ...add, path: '/spec/configuration/developerConfiguration/disabledFeatureGates/-' }, false],
    [{ ...add, value: 'sidecar' }, false],
    [{ ...add, path: `${GATES}/x` }, false],
    [{ op: 'add', path: '/spec/configuration', value: { developerConfiguration: null } }, false],
    [{ op: 'add', path: '/spec/configuration', value: {} }, false],
    [{ op: 'add', path: GATES, value: 'Sidecar' }, false],
    [{ op: 'add', path: '/spec/config', value: ['Sidecar'] }, false],
  ])('%j brings it: %s', (operation, brings) => {
    expect(enablesGate([operation])).toBe(brings);
    expect(enableGate([operation])).toEqual(brings ? [operation] : [operation, add]);
    expect(enablesGate(disableGate([operation]))).toBe(false);
  });

  it('is taken out of what brings more than it', () => {
    const more = {
      op: 'add',
      path: '/spec/configuration',
      value: { a: 1, developerConfiguration: { featureGates: ['A', 'Sidecar'] } },
    };
    expect(disableGate([other, add, more])).toEqual([
      other,
      { ...more, value: { a: 1, developerConfiguration: { featureGates: ['A'] } } },
    ]);
  });

  it('leaves all other operations as they are', () => {
    const operation = fc.record({
      op: fc.constantFrom('add', 'remove', 'test'),
      path: fc.string(),
      value: fc.jsonValue(),
      note: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        expect(disableGate(enableGate(operations))).toEqual(operations);
        expect(enableGate(enableGate(operations))).toEqual([...operations, add]);
        const text = serializeHcoPatch(operations);
        expect(parseHcoPatch(text)).toEqual({ kind: 'parsed', text, operations: JSON.parse(text) });
      }),
    );
  });
});

describe('buildHcoGatePatch', () => {
  const text =
    '[{"op":"add","path":"/spec/configuration/developerConfiguration/featureGates/-","value":"Sidecar"}]';

  it('creates the annotations', () => {
    const { operations } = buildHcoGatePatch({ hco: hco(), seenText: undefined, nextOps: [add] });
    expect(operations).toEqual([
      { op: 'test', path: '/metadata/resourceVersion', value: '5' },
      { op: 'add', path: '/metadata/annotations', value: { [NAME]: text } },
    ]);
  });

  it('keeps other annotations and minds what was seen', () => {
    const seenText = JSON.stringify([other]);
    const { operations } = buildHcoGatePatch({
      hco: hco({ [NAME]: seenText }),
      seenText,
      nextOps: [other, add],
    });
    expect(operations[0]).toEqual({
      op: 'test',
      path: '/metadata/annotations/kubevirt.kubevirt.io~1jsonpatch',
      value: seenText,
    });
    expect(apply(hco({ [NAME]: seenText, o: 'x' }), operations).metadata.annotations).toEqual({
      [NAME]: serializeHcoPatch([other, add]),
      o: 'x',
    });
    expect(() => apply(hco({ [NAME]: '[]' }), operations)).toThrow();
  });

  it('removes the annotation with the last operation', () => {
    const { operations } = buildHcoGatePatch({ hco: hco({ [NAME]: text }), seenText: text, nextOps: [] });
    expect(apply(hco({ [NAME]: text }), operations).metadata.annotations).toEqual({});
  });
});

describe('buildKubeVirtGatePatch', () => {
  it.each<[Developer | undefined, boolean, Developer | undefined]>([
    [undefined, true, { featureGates: ['Sidecar'] }],
    [{}, true, { featureGates: ['Sidecar'] }],
    [{ logVerbosity: 1 }, true, { logVerbosity: 1, featureGates: ['Sidecar'] }],
    [{ featureGates: ['A'] }, true, { featureGates: ['A', 'Sidecar'] }],
    [{ featureGates: ['A', 'Sidecar'] }, true, { featureGates: ['A', 'Sidecar'] }],
    [
      { disabledFeatureGates: ['Sidecar', 'B'] },
      true,
      { disabledFeatureGates: ['B'], featureGates: ['Sidecar'] },
    ],
    [{ featureGates: ['Sidecar', 'A', 'Sidecar'] }, false, { featureGates: ['A'] }],
    [{ featureGates: ['A'] }, false, { featureGates: ['A'] }],
    [undefined, false, undefined],
  ])('turns %j with %s into %j', (developer, enabled, after) => {
    const before = kubevirt(developer);
    const { operations } = buildKubeVirtGatePatch(before, enabled);
    expect(apply(before, operations)).toEqual(kubevirt(after));
    expect(operations.length === 0 || operations[0]?.op === 'test').toBe(true);
  });

  it('creates all of a missing spec', () => {
    const { spec: _spec, ...bare } = kubevirt();
    const { operations } = buildKubeVirtGatePatch(bare, true);
    expect(apply<KubeVirt>(bare, operations).spec).toEqual({
      configuration: { developerConfiguration: { featureGates: ['Sidecar'] } },
    });
  });

  it('fails when the list was changed meanwhile', () => {
    const { operations } = buildKubeVirtGatePatch(kubevirt({ featureGates: ['A'] }), true);
    expect(() => apply(kubevirt({ featureGates: ['A', 'B'] }), operations)).toThrow();
  });
});

describe('evaluateGate', () => {
  it.each<[string, Developer | undefined, object]>([
    [
      'a listed gate',
      { featureGates: ['A', 'Sidecar'] },
      { enabled: true, listed: true, disabledListed: false, misspelt: undefined },
    ],
    ['no list', undefined, { enabled: false, listed: false, featureGates: [], disabledFeatureGates: [] }],
    [
      'a gate on both lists',
      { featureGates: ['Sidecar'], disabledFeatureGates: ['Sidecar'] },
      { enabled: false, listed: true, disabledListed: true },
    ],
    ['a misspelt gate', { featureGates: ['sidecar'] }, { enabled: false, misspelt: 'sidecar' }],
    ['a gate with a blank', { featureGates: ['Sidecar '] }, { enabled: false, misspelt: 'Sidecar ' }],
  ])('judges %s', (_name, developer, status) => {
    expect(evaluateGate({ kubevirt: kubevirt(developer) })).toMatchObject(status);
  });

  it.each([
    ['v1.9.0', true],
    ['v1.8.2', false],
    ['devel', undefined],
  ])('knows whether %s deprecates sidecars', (version, deprecated) => {
    expect(evaluateGate({ kubevirt: kubevirt({}, version) })).toMatchObject({
      deprecated,
      version,
      phase: 'Deployed',
      hco: undefined,
    });
  });

  it('claims nothing without the KubeVirt object', () => {
    expect(evaluateGate({ kubevirt: undefined })).toEqual({
      enabled: undefined,
      listed: false,
      disabledListed: false,
      featureGates: [],
      disabledFeatureGates: [],
      misspelt: undefined,
      phase: undefined,
      version: undefined,
      deprecated: undefined,
      hco: undefined,
    });
  });

  it('says what HCO was asked for and whether that tainted it', () => {
    const taint = { type: 'TaintedConfiguration', status: 'True', message: 'Unsupported feature' };
    expect(
      evaluateGate({ kubevirt: kubevirt(), hco: hco({ [NAME]: JSON.stringify([add]) }, [taint]) }).hco,
    ).toMatchObject({
      annotation: { kind: 'parsed' },
      asked: true,
      tainted: true,
      taintedMessage: 'Unsupported feature',
    });
    expect(evaluateGate({ kubevirt: kubevirt(), hco: hco({}, [{ ...taint, status: 'False' }]) }).hco).toEqual(
      {
        annotation: { kind: 'absent' },
        asked: false,
        tainted: false,
        taintedMessage: undefined,
      },
    );
    const { status: _status, ...young } = hco({ [NAME]: '[' });
    expect(evaluateGate({ kubevirt: kubevirt(), hco: young }).hco).toMatchObject({
      annotation: { kind: 'malformed' },
      asked: false,
      tainted: false,
    });
  });
});

describe('vmsNeedingGate', () => {
  it('are those whose template carries the annotation, even an empty one', () => {
    const vm = (name: string, annotations: Record<string, string>): VirtualMachine => ({
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name },
      spec: { template: { metadata: { annotations }, spec: { domain: { devices: {} } } } },
    });
    const vms = [vm('a', {}), vm('b', { 'hooks.kubevirt.io/hookSidecars': '[]' })];
    expect(vmsNeedingGate(vms).map(({ metadata }) => metadata.name)).toEqual(['b']);
  });
});
