import { applyPatch, type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { serializeSidecars } from '../../annotation/annotation';
import { SIDECARS_ANNOTATION } from '../../annotation/constants';
import type { ConfigMap, VirtualMachine } from '../../objects/resources';
import { configMapSidecar } from '../../annotation/sidecar';
import { templateAnnotation } from '../../objects/vm';
import { planAttach, type AttachPlan } from './attachPlan';
import { newAttachValues, valuesOfSidecar, type AttachValues } from './attachValues';

const annotated = (text: string | undefined, volumes: string[] = []): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'ns', resourceVersion: '1' },
  spec: {
    template: {
      ...(text === undefined
        ? {}
        : { metadata: { annotations: { other: 'o', [SIDECARS_ANNOTATION]: text } } }),
      spec: { domain: { devices: {} }, volumes: volumes.map((name) => ({ name })) },
    },
  },
});

const scripts = (...names: string[]): ReadonlyMap<string, ConfigMap> =>
  new Map(
    names.map((name) => [
      name,
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace: 'ns' },
        data: { 'script.sh': '#!/bin/sh' },
      },
    ]),
  );

const chosen = (name: string, more: Partial<AttachValues> = {}): AttachValues => ({
  ...newAttachValues(),
  configMap: name,
  key: 'script.sh',
  ...more,
});

const a = configMapSidecar('a', 'script.sh', 'onDefineDomain');
const b = configMapSidecar('b', 'script.sh', 'onDefineDomain');
const configMaps = scripts('a', 'b', 'c');

const patched = (vm: VirtualMachine, plan: AttachPlan): VirtualMachine =>
  applyPatch(structuredClone(vm), plan.operations as Operation[], true, false).newDocument;

describe('planAttach', () => {
  it.each([undefined, '[]', serializeSidecars([a])])('adds to %j', (text) => {
    const vm = annotated(text);
    const plan = planAttach({ vm, index: undefined, values: chosen('b'), configMaps });
    expect(plan.blocker).toBeUndefined();
    const after = patched(vm, plan);
    expect(templateAnnotation(after)).toBe(plan.annotation);
    expect(plan.annotation).toBe(serializeSidecars(text?.includes('"a"') === true ? [a, b] : [b]));
    expect(after.spec.template?.metadata?.annotations?.other).toBe(text === undefined ? undefined : 'o');
  });

  it('replaces the edited one in its place', () => {
    const vm = annotated(serializeSidecars([a, b]));
    const values = { ...valuesOfSidecar(a), configMap: 'c' };
    const plan = planAttach({ vm, index: 0, values, configMaps });
    expect(plan.next.map(({ configMap }) => configMap?.name)).toEqual(['c', 'b']);
  });

  it('adds a removed sidecar again with all that was in it', () => {
    const origin = { ...a, extra: { note: 1 } };
    const plan = planAttach({
      vm: annotated(undefined),
      index: undefined,
      origin,
      values: chosen('c'),
      configMaps,
    });
    expect(plan.next).toEqual([{ ...origin, configMap: { ...a.configMap, name: 'c' } }]);
  });

  it('writes nothing when nothing was changed, however the annotation is spelt', () => {
    const vm = annotated(
      ' [ {"configMap":{"hookPath":"/usr/bin/onDefineDomain","name":"a","key":"script.sh"},"args":["--version","v1alpha3"]} ]',
    );
    const plan = planAttach({ vm, index: 0, values: chosen('a'), configMaps });
    expect(plan).toMatchObject({ operations: [], blocker: 'nothingChanged' });
  });

  it.each([
    ['no ConfigMap', {}, 'noConfigMap'],
    ['no key', { configMap: 'a' }, 'noKey'],
    ['no path', { configMap: 'a', key: 'script.sh', hookPoint: 'other' }, 'noPath'],
    ['half a PVC', { source: 'none', pvcName: 'p' }, 'pvcIncomplete'],
    ['neither script nor image', { source: 'none' }, 'noImage'],
    ['an image that brings the script', { source: 'none', image: 'registry/mine:1' }, undefined],
    ['a PVC that brings it', { source: 'none', pvcName: 'p', pvcVolumePath: '/usr/local/bin' }, undefined],
  ])('of %s, says whether it can be saved', (_what, change, blocker) => {
    const merged = { ...newAttachValues(), ...change } as AttachValues;
    expect(
      planAttach({ vm: annotated(undefined), index: undefined, values: merged, configMaps }).blocker,
    ).toBe(blocker);
  });

  it('does not save what surely fails, and says what', () => {
    const plan = planAttach({
      vm: annotated(serializeSidecars([a])),
      index: undefined,
      values: chosen('a'),
      configMaps,
    });
    expect(plan.blocker).toBe('finding');
    expect(plan.findings.map(({ id, severity }) => [id, severity])).toContainEqual([
      'duplicateConfigMap',
      'error',
    ]);
  });

  it('finds what an edit breaks in another sidecar', () => {
    const vm = annotated(serializeSidecars([a, b]));
    const plan = planAttach({ vm, index: 0, values: chosen('b'), configMaps });
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        id: 'duplicateConfigMap',
        place: { kind: 'annotation', index: 1, field: 'configMap.name' },
      }),
    );
  });

  it('does not hold against an edit what was wrong before', () => {
    const vm = annotated(serializeSidecars([configMapSidecar('gone', 'x', 'onDefineDomain')]));
    const plan = planAttach({ vm, index: undefined, values: chosen('b'), configMaps });
    expect(plan.findings.map(({ id }) => id)).not.toContain('configMapMissing');
    expect(plan.blocker).toBeUndefined();
  });

  it('warns of a closed gate, and lets the cluster decide', () => {
    const plan = planAttach({
      vm: annotated(serializeSidecars([a])),
      index: undefined,
      values: chosen('b'),
      configMaps,
      gate: { enabled: false },
    });
    expect(plan.findings.map(({ id }) => id)).toContain('gateOff');
    expect(plan.blocker).toBeUndefined();
  });

  it('adds the extra volume in the same patch', () => {
    const vm = annotated(undefined, ['disk']);
    const plan = planAttach({
      vm,
      index: undefined,
      values: chosen('a', { hasExtraVolume: true }),
      configMaps,
    });
    expect(patched(vm, plan).spec.template?.spec.volumes).toEqual([
      { name: 'disk' },
      { name: 'config-volume', configMap: { name: 'a' } },
    ]);
  });

  it.each([
    ['disk', 'volumeExists'],
    ['a', 'namedLikeSidecarVolume'],
    ['x.y', 'notLabel'],
  ])('refuses an extra volume named %s', (extraVolumeName, extraVolumeProblem) => {
    const plan = planAttach({
      vm: annotated(undefined, ['disk']),
      index: undefined,
      values: chosen('a', { hasExtraVolume: true, extraVolumeName }),
      configMaps,
    });
    expect(plan).toMatchObject({ blocker: 'extraVolume', extraVolumeProblem });
  });
});
