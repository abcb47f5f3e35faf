import jsonpatch from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { FEATURE_GATES_PATH, HCO_JSONPATCH_ANNOTATION } from '../annotation/constants';
import type { HyperConverged, KubeVirt } from '../objects/resources';
import { gatePatchCommand, gateText, planGate, type GateObject } from './gatePlan';

const hcoTarget = (annotation?: string): GateObject & { kind: 'hco' } => ({
  kind: 'hco',
  object: {
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: {
      name: 'hco',
      namespace: 'cnv',
      resourceVersion: '7',
      annotations: {
        other: 'kept',
        ...(annotation === undefined ? {} : { [HCO_JSONPATCH_ANNOTATION]: annotation }),
      },
    },
  },
});

const kubevirtTarget = (
  featureGates?: string[],
  disabledFeatureGates?: string[],
): GateObject & { kind: 'kubevirt' } => ({
  kind: 'kubevirt',
  object: {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt', namespace: 'kubevirt', resourceVersion: '7' },
    spec: {
      configuration: {
        developerConfiguration: {
          ...(featureGates === undefined ? {} : { featureGates }),
          ...(disabledFeatureGates === undefined ? {} : { disabledFeatureGates }),
        },
      },
    },
  },
});

const applied = <T extends HyperConverged | KubeVirt>(
  target: GateObject & { object: T },
  enabled: boolean,
): T => {
  const plan = planGate(target, enabled);
  if (plan.kind === 'refused') {
    throw new Error(plan.why);
  }
  return jsonpatch.applyPatch(structuredClone(target.object), plan.operations, true).newDocument;
};

const gate = { op: 'add', path: `${FEATURE_GATES_PATH}/-`, value: 'Sidecar' };
const foreign = { op: 'replace', path: '/spec/foo', value: 1 };

const operationsOf = (hco: HyperConverged): unknown => {
  const text = hco.metadata.annotations?.[HCO_JSONPATCH_ANNOTATION];
  return text === undefined ? undefined : JSON.parse(text);
};

describe('planGate with HCO', () => {
  it.each([
    { name: 'no annotation', annotation: undefined, enabled: true, expected: [gate] },
    { name: 'an empty list', annotation: '[]', enabled: true, expected: [gate] },
    {
      name: 'operations of others',
      annotation: JSON.stringify([foreign]),
      enabled: true,
      expected: [foreign, gate],
    },
    { name: 'the gate alone', annotation: JSON.stringify([gate]), enabled: false, expected: undefined },
    {
      name: 'the gate among others',
      annotation: JSON.stringify([gate, foreign]),
      enabled: false,
      expected: [foreign],
    },
  ])('writes the wanted operations over $name', ({ annotation, enabled, expected }) => {
    const hco = applied(hcoTarget(annotation), enabled);
    expect(operationsOf(hco)).toEqual(expected);
    expect(hco.metadata.annotations?.other).toBe('kept');
  });

  it('preserves and shows the spelling of other numbers', () => {
    const text = '[{"op":"add","path":"/spec/x","value":{"big":9007199254740993,"huge":1e400}}]';
    const plan = planGate(hcoTarget(text), true);
    const written = plan.kind === 'change' ? plan.operations.at(-1) : undefined;
    expect(written).toMatchObject({ value: `${text.slice(0, -1)},${JSON.stringify(gate)}]` });
    expect(plan).toMatchObject({ after: expect.stringContaining('"big": 9007199254740993') as string });
  });

  it.each([
    { annotation: '[{"op":', enabled: true, why: 'malformed' },
    { annotation: '[{"op":', enabled: false, why: 'malformed' },
    { annotation: '{}', enabled: true, why: 'malformed' },
    { annotation: '[{"op":"add","path":"/metadata/labels/x"}]', enabled: true, why: 'malformed' },
    { annotation: JSON.stringify([gate]), enabled: true, why: 'nothingToChange' },
    { annotation: JSON.stringify([foreign]), enabled: false, why: 'nothingToChange' },
  ])('refuses $why: $annotation', ({ annotation, enabled, why }) => {
    expect(planGate(hcoTarget(annotation), enabled)).toEqual({ kind: 'refused', why });
  });

  it('fails as a whole when the annotation changed since it was read', () => {
    const plan = planGate(hcoTarget(JSON.stringify([foreign])), true);
    const now = hcoTarget('[]').object;
    expect(plan.kind === 'change' && jsonpatch.validate(plan.operations, now).name).toBe(
      'TEST_OPERATION_FAILED',
    );
  });

  it('has the command that annotates, and the one that removes an empty annotation', () => {
    const enable = planGate(hcoTarget(), true);
    const disable = planGate(hcoTarget(JSON.stringify([gate])), false);
    expect(enable.kind === 'change' && enable.annotate?.('oc')).toBe(
      `oc annotate --overwrite -n cnv hyperconverged hco '${HCO_JSONPATCH_ANNOTATION}=${JSON.stringify([gate])}'`,
    );
    expect(disable.kind === 'change' && disable.annotate?.('kubectl')).toBe(
      `kubectl annotate -n cnv hyperconverged hco ${HCO_JSONPATCH_ANNOTATION}-`,
    );
  });
});

describe('planGate without HCO', () => {
  it.each([
    {
      name: 'no list',
      before: undefined,
      disabled: undefined,
      enabled: true,
      gates: ['Sidecar'],
      left: undefined,
    },
    {
      name: 'other gates',
      before: ['A'],
      disabled: undefined,
      enabled: true,
      gates: ['A', 'Sidecar'],
      left: undefined,
    },
    {
      name: 'both lists',
      before: ['Sidecar'],
      disabled: ['Sidecar', 'B'],
      enabled: true,
      gates: ['Sidecar'],
      left: ['B'],
    },
    {
      name: 'a listed gate',
      before: ['Sidecar', 'A'],
      disabled: ['B'],
      enabled: false,
      gates: ['A'],
      left: ['B'],
    },
  ])(
    'writes the lists and shows what it writes, from $name',
    ({ before, disabled, enabled, gates, left }) => {
      const target = kubevirtTarget(before, disabled);
      const configuration = applied(target, enabled).spec?.configuration?.developerConfiguration;
      expect(configuration?.featureGates).toEqual(gates);
      expect(configuration?.disabledFeatureGates).toEqual(left);
      const plan = planGate(target, enabled);
      expect(plan.kind === 'change' && JSON.parse(plan.after)).toEqual({
        featureGates: gates,
        ...(left === undefined ? {} : { disabledFeatureGates: left }),
      });
    },
  );

  it('has nothing to change when the list is as wanted', () => {
    expect(planGate(kubevirtTarget(['Sidecar']), true)).toEqual({ kind: 'refused', why: 'nothingToChange' });
    expect(planGate(kubevirtTarget(['A']), false)).toEqual({ kind: 'refused', why: 'nothingToChange' });
  });
});

describe('gatePatchCommand', () => {
  it('names the object that is patched', () => {
    const operations = [{ op: 'remove' as const, path: '/x' }];
    expect(gatePatchCommand('oc', hcoTarget(), operations)).toBe(
      `oc patch hyperconverged hco -n cnv --type=json -p '[{"op":"remove","path":"/x"}]'`,
    );
    expect(gatePatchCommand('kubectl', kubevirtTarget(), operations)).toBe(
      `kubectl patch kubevirt kubevirt -n kubevirt --type=json -p '[{"op":"remove","path":"/x"}]'`,
    );
  });
});

describe('gateText', () => {
  it.each([
    { target: hcoTarget(), text: '' },
    { target: hcoTarget('[ {'), text: '[ {' },
    { target: hcoTarget('[]'), text: '[]' },
    { target: kubevirtTarget(['A']), text: '{\n  "featureGates": [\n    "A"\n  ]\n}' },
  ])('is what the owner wrote: $text', ({ target, text }) => {
    expect(gateText(target)).toBe(text);
  });
});
