import jsonpatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import type { KubeVirt } from '../objects/resources';
import { add, hco, kubevirt, NAME, other, type Developer } from './gateFixtures';
import { buildHcoGatePatch, buildKubeVirtGatePatch } from './gatePatches';
import { serializeHcoPatch } from './hcoAnnotation';

const apply = <T>(object: T, operations: readonly object[]): T =>
  jsonpatch.applyPatch(structuredClone(object), operations as Operation[], true).newDocument;

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

  it('does not change other annotations, and tests that this one is unchanged', () => {
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
    const bare = kubevirt();
    delete bare.spec;
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
