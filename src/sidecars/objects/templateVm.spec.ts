import fc from 'fast-check';
import jsonpatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { configMapSidecar } from '../annotation/sidecar';
import type { JsonPatchOperation } from '../json/jsonPointer';
import { addExtraVolume, removeExtraVolume } from '../plans/extraVolume';
import { buildSidecarsPatch } from '../plans/sidecarsPatch';
import { buildAnnotationMove } from '../plans/vmAnnotationMove';
import type { KubernetesObject, VirtualMachine } from './resources';
import type { Template } from './templateResources';
import { nameInTemplate, sourceOf, vmAgain, vmsOfHolder } from './templateVm';
import { sidecarsOfVm, templateAnnotation } from './vm';

type Annotations = Record<string, string>;

const manifest = (name: string, annotations?: Annotations, own?: Annotations): Record<string, unknown> => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, ...(own && { annotations: own }) },
  spec: {
    runStrategy: 'Always',
    template: {
      metadata: { labels: { app: '${NAME}' }, ...(annotations && { annotations }) },
      spec: { domain: { devices: {}, unknown: ['${{CORES}}', null] } },
    },
  },
});

const metadata = {
  name: 'holder',
  namespace: 'team',
  uid: 'u1',
  resourceVersion: '7',
  labels: { of: 'holder' },
};
const template = (...objects: Record<string, unknown>[]): Template => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata,
  objects,
  parameters: [{ name: 'NAME', required: true }],
});
const SECRET = { apiVersion: 'v1', kind: 'Secret', metadata: { name: '${NAME}' } };

/** Each kind with one VM: how it is made, and how its VM is read from it. */
const KINDS: [
  string,
  (vm: Record<string, unknown>) => KubernetesObject,
  (object: KubernetesObject) => unknown,
][] = [
  ['an OpenShift template', (vm) => template(SECRET, vm), (object) => (object as Template).objects?.[1]],
  [
    'a VirtualMachineTemplate',
    (vm) => ({
      apiVersion: 'template.kubevirt.io/v1alpha1',
      kind: 'VirtualMachineTemplate',
      metadata,
      spec: { virtualMachine: vm, parameters: [{ name: 'NAME' }] },
    }),
    (object) => (object as unknown as { spec: { virtualMachine: unknown } }).spec.virtualMachine,
  ],
  [
    'a pool',
    (vm) => ({
      apiVersion: 'pool.kubevirt.io/v1beta1',
      kind: 'VirtualMachinePool',
      metadata,
      spec: { replicas: 2, virtualMachineTemplate: vm },
    }),
    (object) =>
      (object as unknown as { spec: { virtualMachineTemplate: unknown } }).spec.virtualMachineTemplate,
  ],
];

const only = (object: KubernetesObject): VirtualMachine => {
  const [vm, ...more] = vmsOfHolder(object);
  if (vm === undefined || more.length > 0) {
    throw new Error('not one VM');
  }
  return vm;
};

/** Applies a patch as an API server does: all of it or, with an error, nothing. */
const apply = (object: KubernetesObject, operations: readonly JsonPatchOperation[]): KubernetesObject =>
  jsonpatch.applyPatch(structuredClone(object), operations as Operation[], true).newDocument;

const TEXT = '[{"configMap": {"name": "${NAME}-hook", "key": "k", "hookPath": "/usr/bin/onDefineDomain"}}]';

describe.each(KINDS)('%s', (_kind, make, vmIn) => {
  it('has its VM in the shape of a VM with the name of the object', () => {
    const object = make(manifest('${NAME}', { [SIDECARS_ANNOTATION]: TEXT }, { own: 'x' }));
    const vm = only(object);
    expect(vm).toMatchObject({
      kind: object.kind,
      apiVersion: object.apiVersion,
      metadata: { name: 'holder', namespace: 'team', uid: 'u1', annotations: { own: 'x' } },
    });
    expect(templateAnnotation(vm)).toBe(TEXT);
    expect(sidecarsOfVm(vm)[0]?.configMap?.name).toBe('${NAME}-hook');
    expect(nameInTemplate(vm)).toBe('${NAME}');
    expect(sourceOf(vm).object).toBe(object);
  });

  it.each<[string, Record<string, unknown>]>([
    ['annotations', manifest('v', { 'a/b~c': 'd' })],
    ['no annotations', manifest('v')],
    [
      'no template',
      { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'v' }, spec: {} },
    ],
    ['no spec', { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'v' } }],
  ])('gets the annotation in a VM with %s, and keeps all else', (_with, inner) => {
    const before = make(inner);
    const { operations } = buildSidecarsPatch({ vm: only(before), seen: undefined, next: { raw: TEXT } });
    const after = apply(before, operations);
    expect(templateAnnotation(only(after))).toBe(TEXT);
    const undone = buildSidecarsPatch({ vm: only(after), seen: TEXT, next: [] }).operations;
    const back = vmIn(apply(after, undone));
    expect(JSON.parse(JSON.stringify(back))).toMatchObject(inner);
    expect(templateAnnotation(only(apply(after, undone)))).toBeUndefined();
    // Whoever changes it in between makes the whole patch fail.
    expect(() => apply(after, operations)).toThrow();
  });

  it('keeps whatever else is in it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
        fc.dictionary(fc.string(), fc.string()),
        (unknown, annotations) => {
          const inner = { ...manifest('v', annotations), unknown };
          const before = make(inner);
          const vm = only(before);
          const { operations } = buildSidecarsPatch({
            vm,
            seen: templateAnnotation(vm),
            next: [configMapSidecar('s', 'k', 'onDefineDomain')],
          });
          const after = structuredClone(vmIn(apply(before, operations))) as ReturnType<typeof manifest>;
          const kept = (after.spec as VirtualMachine['spec']).template?.metadata?.annotations;
          expect(kept).toEqual({ ...annotations, [SIDECARS_ANNOTATION]: expect.any(String) as string });
          expect({ ...after, spec: null }).toEqual({ ...inner, spec: null });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gets and loses the volume of the guide', () => {
    const before = make(manifest('v'));
    const added = addExtraVolume(only(before), 'script', 's');
    const after = apply(before, added.kind === 'patch' ? added.operations : []);
    expect(only(after).spec.template?.spec.volumes).toEqual([{ name: 'script', configMap: { name: 's' } }]);
    const second = addExtraVolume(only(after), 'more', 'm');
    expect(
      only(apply(after, second.kind === 'patch' ? second.operations : [])).spec.template?.spec.volumes,
    ).toHaveLength(2);
    const removed = removeExtraVolume(only(after), 'script');
    expect(
      only(apply(after, removed.kind === 'patch' ? removed.operations : [])).spec.template?.spec.volumes,
    ).toEqual([]);
  });

  it('has a misplaced annotation moved within its VM', () => {
    const before = make(manifest('v', undefined, { [SIDECARS_ANNOTATION]: TEXT, own: 'x' }));
    const move = buildAnnotationMove(only(before));
    const vm = only(apply(before, move.kind === 'patch' ? move.operations : []));
    expect(templateAnnotation(vm)).toBe(TEXT);
    expect(vm.metadata.annotations).toEqual({ own: 'x' });
  });
});

it('finds each VM of a template, and only VMs', () => {
  const other = { apiVersion: 'example.com/v1', kind: 'VirtualMachine', metadata: { name: 'x' } };
  const vms = vmsOfHolder(template(manifest('a'), SECRET, other, manifest('b')));
  expect(vms.map(nameInTemplate)).toEqual(['a', 'b']);
  expect(vms.map((vm) => sourceOf(vm).path)).toEqual([
    ['objects', 0],
    ['objects', 3],
  ]);
  expect(vmsOfHolder(template(SECRET))).toEqual([]);
});

it('finds a VM again in a template whose objects moved, and does not write another', () => {
  const [seen] = vmsOfHolder(template(manifest('a'), manifest('b')));
  if (seen === undefined) {
    throw new Error('no VM');
  }
  const now = template(manifest('b'), manifest('a'));
  const again = vmAgain(seen, now);
  expect(again && sourceOf(again).path).toEqual(['objects', 1]);
  expect(vmAgain(seen, template(manifest('b')))).toBeUndefined();
  const { operations } = buildSidecarsPatch({ vm: seen, seen: undefined, next: { raw: TEXT } });
  expect(() => apply(now, operations)).toThrow();
});

it('takes the first of two VMs with one name, unless the other is at its old place', () => {
  const [, second] = vmsOfHolder(template(manifest('a'), manifest('a')));
  const place = (object: Template): unknown => second && sourceOf(vmAgain(second, object) ?? second).path;
  expect(place(template(manifest('a'), manifest('a')))).toEqual(['objects', 1]);
  expect(place(template(manifest('a'), SECRET))).toEqual(['objects', 0]);
});

it('leaves a VM as it is', () => {
  const vm = manifest('a') as unknown as VirtualMachine;
  expect(vmsOfHolder(vm)).toEqual([vm]);
  expect(sourceOf(vm)).toEqual({ object: vm, path: [] });
  expect(nameInTemplate(vm)).toBeUndefined();
});
