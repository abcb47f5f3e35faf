import fc from 'fast-check';
import jsonpatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { parseSidecars } from '../annotation/annotation';
import type { JsonPatchOperation } from '../json/jsonPointer';
import type { VirtualMachine, Volume } from '../objects/resources';
import { configMapSidecar } from '../annotation/sidecar';
import { hasCloudInitVolume, templateAnnotation } from '../objects/vm';
import { addExtraVolume, removeExtraVolume } from './extraVolume';
import { guardedAdd } from './guardedAdd';
import { buildSidecarsPatch } from './sidecarsPatch';
import { buildAnnotationMove } from './vmAnnotationMove';

const NAME = 'hooks.kubevirt.io/hookSidecars';
type Metadata = NonNullable<VirtualMachine['spec']['template']>['metadata'];

const vm = (metadata: Metadata, volumes?: Volume[]): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'a', resourceVersion: '1', annotations: { own: 'x' } },
  spec: {
    template: {
      ...(metadata && { metadata }),
      spec: {
        domain: { devices: { disks: [{ name: 'root' }, null], filesystems: 1 } },
        ...(volumes && { volumes }),
      },
    },
  },
});

/** Applies a patch as an API server does: all of it or, with an error, nothing. */
const apply = (object: VirtualMachine, operations: readonly JsonPatchOperation[]): VirtualMachine =>
  jsonpatch.applyPatch(structuredClone(object), operations as Operation[], true).newDocument;

const sidecar = configMapSidecar('s', 'k', 'onDefineDomain');
const text =
  '[{"args": ["--version", "v1alpha3"], "configMap": {"name": "s", "key": "k", "hookPath": "/usr/bin/onDefineDomain"}}]';

describe('buildSidecarsPatch', () => {
  it.each<[string, Metadata]>([
    ['no metadata', undefined],
    ['empty metadata', {}],
    ['labels only', { labels: { app: 'a' } }],
    ['no annotations', { annotations: {} }],
    ['others', { labels: { app: 'a' }, annotations: { 'a/b~c': 'd' } }],
  ])('adds the annotation to a template with %s, and keeps the rest', (_name, metadata) => {
    const before = vm(metadata);
    const { operations } = buildSidecarsPatch({ vm: before, seen: undefined, next: [sidecar] });
    expect(apply(before, operations)).toEqual(
      vm({ ...metadata, annotations: { ...metadata?.annotations, [NAME]: text } }),
    );
    expect(operations[0]?.op).toBe('test');
    expect(JSON.stringify(operations)).not.toContain('resourceVersion');
  });

  it.each<[string, Metadata]>([
    ['no metadata', undefined],
    ['empty metadata', {}],
    ['others', { annotations: { other: 'x' } }],
  ])('fails when somebody else attached one to a template with %s', (_name, metadata) => {
    const theirs = vm({ ...metadata, annotations: { ...metadata?.annotations, [NAME]: '[{}]' } });
    const stale = buildSidecarsPatch({ vm: vm(metadata), seen: undefined, next: [sidecar] });
    expect(() => apply(theirs, stale.operations)).toThrow();
    const live = buildSidecarsPatch({ vm: theirs, seen: undefined, next: [sidecar] });
    expect(() => apply(theirs, live.operations)).toThrow();
  });

  it('replaces what was seen, and fails on what was not', () => {
    const { operations } = buildSidecarsPatch({
      vm: vm({ annotations: { [NAME]: '[]' } }),
      seen: '[]',
      next: [sidecar],
    });
    expect(apply(vm({ annotations: { [NAME]: '[]', o: 'x' } }), operations)).toEqual(
      vm({ annotations: { [NAME]: text, o: 'x' } }),
    );
    expect(() => apply(vm({ annotations: { [NAME]: '[{}]' } }), operations)).toThrow();
    expect(() => apply(vm({}), operations)).toThrow();
  });

  it.each([[[]], [{ raw: '' }], [{ raw: ' \n' }]])('removes the annotation for %j', (next) => {
    const before = vm({ annotations: { [NAME]: 'x', o: 'x' } });
    const { operations } = buildSidecarsPatch({ vm: before, seen: 'x', next });
    expect(apply(before, operations)).toEqual(vm({ annotations: { o: 'x' } }));
  });

  it('writes a text unchanged', () => {
    const before = vm({ annotations: { [NAME]: '[' } });
    const { operations } = buildSidecarsPatch({ vm: before, seen: '[', next: { raw: '[ ]' } });
    expect(templateAnnotation(apply(before, operations))).toBe('[ ]');
  });

  it('does nothing when nothing changes', () => {
    expect(buildSidecarsPatch({ vm: vm({}), seen: undefined, next: [] }).operations).toEqual([]);
    expect(buildSidecarsPatch({ vm: vm({}), seen: text, next: [sidecar] }).operations).toEqual([]);
  });

  it('stands on the resourceVersion where there is nothing else to stand on', () => {
    const bare: VirtualMachine = { ...vm({}), spec: {} };
    const nothing: VirtualMachine = { ...vm({}), metadata: { name: 'vm' }, spec: {} };
    expect(buildSidecarsPatch({ vm: bare, seen: undefined, next: [sidecar] }).operations[0]).toEqual({
      op: 'test',
      path: '/spec',
      value: {},
    });
    expect(() =>
      apply(
        nothing,
        buildSidecarsPatch({ vm: { ...nothing, spec: undefined as never }, seen: undefined, next: [sidecar] })
          .operations,
      ),
    ).toThrow();
  });

  it.each([
    [{}, '/metadata/annotations', { own: 'x' }],
    [{ labels: {} }, '/metadata/annotations', { own: 'x' }],
    [{ annotations: { other: 'y' } }, '/metadata/annotations/own', 'x'],
  ])('adds an annotation of the object itself to %j', (metadata, path, value) => {
    const object = { ...vm({}), metadata: { name: 'vm', resourceVersion: '3', ...metadata } };
    const guard =
      'annotations' in metadata
        ? { op: 'test', path: '/metadata/annotations', value: { other: 'y' } }
        : { op: 'test', path: '/metadata/resourceVersion', value: '3' };
    expect(guardedAdd(object, ['metadata', 'annotations', 'own'], 'x')).toEqual([
      guard,
      { op: 'add', path, value },
    ]);
  });

  it('lets any text come back as it went in', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.string()), (raw, annotations) => {
        const before = vm({ annotations });
        const { operations } = buildSidecarsPatch({ vm: before, seen: annotations[NAME], next: { raw } });
        const after = apply(before, operations);
        expect(templateAnnotation(after)).toBe(raw.trim() === '' ? undefined : raw);
        expect(parseSidecars(templateAnnotation(after)).kind).toBeDefined();
      }),
    );
  });
});

describe('the extra volume', () => {
  it.each([undefined, [], [{ name: 'root' }]])('is added to %j and removed again', (volumes) => {
    const before = vm({}, volumes);
    const added = addExtraVolume(before, 'config-volume', 's');
    const after = apply(before, added.kind === 'patch' ? added.operations : []);
    expect(after.spec.template?.spec.volumes).toEqual([
      ...(volumes ?? []),
      { name: 'config-volume', configMap: { name: 's' } },
    ]);
    const removed = removeExtraVolume(after, 'config-volume');
    const again = apply(after, removed.kind === 'patch' ? removed.operations : []);
    expect(again.spec.template?.spec.volumes).toEqual(volumes ?? []);
  });

  it('is not added beside what somebody else added', () => {
    const added = addExtraVolume(vm({}, []), 'v', 's');
    expect(() => apply(vm({}, [{ name: 'v' }]), added.kind === 'patch' ? added.operations : [])).toThrow();
  });

  const attached = vm({ annotations: { [NAME]: '[{"configMap":{"name":"cm"}},{"pvc":{"name":"claim"}}]' } }, [
    { name: 'root' },
  ]);
  it.each([
    ['root', 'volumeExists'],
    ['s', 'namedLikeSidecarVolume'],
    ['cm', 'namedLikeSidecarVolume'],
    ['claim', 'namedLikeSidecarVolume'],
    ['a.b', 'notLabel'],
  ])('may not be named %s', (name, problem) => {
    expect(addExtraVolume(attached, name, 's')).toEqual({ kind: 'refused', problem });
  });

  it.each([
    ['root', 'inUse'],
    ['data', 'notFound'],
    ['missing', 'notFound'],
  ])('%s is not removed', (name, problem) => {
    const volumes = [{ name: 'root', configMap: { name: 's' } }, { name: 'data' }];
    expect(removeExtraVolume(vm({}, volumes), name)).toEqual({ kind: 'refused', problem });
  });

  it('is searched in VMs without a template too', () => {
    const bare: VirtualMachine = { ...vm({}), spec: {} };
    expect(removeExtraVolume(bare, 'v')).toEqual({ kind: 'refused', problem: 'notFound' });
    expect(hasCloudInitVolume(bare)).toBe(false);
  });

  it('is removed where the VM lists no disks', () => {
    const plain = vm({}, [{ name: 'v', configMap: { name: 's' } }]);
    plain.spec.template = { spec: { ...plain.spec.template?.spec, domain: { devices: {} } } };
    expect(removeExtraVolume(plain, 'v').kind).toBe('patch');
  });
});

describe('buildAnnotationMove', () => {
  const misplaced = (metadata: Metadata): VirtualMachine => {
    const object = vm(metadata);
    return { ...object, metadata: { ...object.metadata, annotations: { own: 'x', [NAME]: text } } };
  };

  it.each<[string, Metadata]>([
    ['without metadata', undefined],
    ['that has the same already', { annotations: { [NAME]: text } }],
  ])('moves the annotation to a template %s', (_name, metadata) => {
    const move = buildAnnotationMove(misplaced(metadata));
    const after = apply(misplaced(metadata), move.kind === 'patch' ? move.operations : []);
    expect(after).toEqual(vm({ annotations: { [NAME]: text } }));
  });

  it.each<[VirtualMachine, string]>([
    [vm({}), 'nothingToMove'],
    [misplaced({ annotations: { [NAME]: '[]' } }), 'templateHasOne'],
  ])('refuses %#', (object, problem) => {
    expect(buildAnnotationMove(object)).toEqual({ kind: 'refused', problem });
  });
});
