import { applyPatch, type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { configMapSidecar } from '../annotation/sidecar';
import { serializeSidecars } from '../annotation/annotation';
import type { VirtualMachine } from '../objects/resources';
import type { VirtualMachinePool } from '../objects/templateResources';
import { sourceOf, vmsOfHolder } from '../objects/templateVm';
import { templateAnnotation } from '../objects/vm';
import { jsonPatchOf, kustomizationOf, manifestsOf, type Committable } from './committable';
import { operationsInWay, type PoolWay } from '../pools/poolWays';
import { buildSidecarsPatch } from './sidecarsPatch';

const before = serializeSidecars([configMapSidecar('old', 'a.sh', 'onDefineDomain')]);
const next = [configMapSidecar('new', 'a.sh', 'onDefineDomain')];

const vmWith = (annotations: Record<string, string> | undefined): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web', namespace: 'team', uid: 'u', resourceVersion: '7' },
  spec: {
    template: { ...(annotations && { metadata: { annotations } }), spec: { domain: { devices: {} } } },
  },
});

const change = (vm: VirtualMachine, to: typeof next): Committable => ({
  object: vm,
  operations: buildSidecarsPatch({ vm, seen: templateAnnotation(vm), next: to }).operations,
});

interface Kustomization {
  patches: { target: object; patch: string }[];
}
interface Manifest {
  metadata: object;
  spec: { template: { metadata: { annotations: Record<string, string | null> } } };
}

describe.each<[string, VirtualMachine, typeof next, string | null]>([
  ['adds beside other annotations', vmWith({ mine: 'kept' }), next, serializeSidecars(next)],
  ['adds where there are no annotations', vmWith(undefined), next, serializeSidecars(next)],
  ['replaces', vmWith({ mine: 'kept', [SIDECARS_ANNOTATION]: before }), next, serializeSidecars(next)],
  ['removes', vmWith({ mine: 'kept', [SIDECARS_ANNOTATION]: before }), [], null],
])('a change that %s', (_what, vm, to, expected) => {
  const committable = change(vm, to);
  const after = (operations: Operation[]): string | null => {
    const { newDocument } = applyPatch(structuredClone(vm), operations, true);
    if (vm.spec.template?.metadata !== undefined) {
      expect(newDocument.spec.template?.metadata?.annotations?.mine).toBe('kept');
    }
    return templateAnnotation(newDocument) ?? null;
  };

  it('is the same as JSON patch, kustomization and manifest', () => {
    expect(after(JSON.parse(jsonPatchOf([committable])) as Operation[])).toBe(expected);
    const { patches } = parse(kustomizationOf([committable])) as Kustomization;
    expect(patches[0]?.target).toEqual({
      group: 'kubevirt.io',
      version: 'v1',
      kind: 'VirtualMachine',
      name: 'web',
      namespace: 'team',
    });
    expect(after(parse(patches[0]?.patch ?? '') as Operation[])).toBe(expected);
    const manifest = parse(manifestsOf([committable])) as Manifest;
    expect(manifest.metadata).toEqual({ name: 'web', namespace: 'team' });
    expect(manifest.spec.template.metadata.annotations).toEqual({ [SIDECARS_ANNOTATION]: expected });
  });

  it('tests nothing: the object in the repository is another', () => {
    expect(jsonPatchOf([committable])).not.toContain('"test"');
  });
});

it('has many changes in one file', () => {
  const many = [change(vmWith({}), next), change(vmWith(undefined), next)];
  expect(parseAllDocuments(manifestsOf(many))).toHaveLength(2);
  expect((parse(kustomizationOf(many)) as Kustomization).patches).toHaveLength(2);
  expect(JSON.parse(jsonPatchOf(many))).toMatchObject([
    { kind: 'VirtualMachine' },
    { metadata: { name: 'web' } },
  ]);
});

it('has no manifest of a change that is not about the annotation', () => {
  const object = vmWith({});
  expect(
    manifestsOf([{ object, operations: [{ op: 'remove', path: '/spec/template/spec/volumes/0' }] }]),
  ).toBe('');
});

it('gives the part of a pool, and none of a list of VMs', () => {
  const value = { metadata: { annotations: { [SIDECARS_ANNOTATION]: '[]' } } };
  const object = {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name: 'p' },
  };
  const pool = {
    object,
    path: ['spec', 'virtualMachineTemplate'],
    operations: [{ op: 'add', path: '/spec/virtualMachineTemplate/spec/template', value }] as const,
  };
  expect(parse(manifestsOf([pool]))).toEqual({
    ...object,
    spec: { virtualMachineTemplate: { spec: { template: value } } },
  });
  const template = {
    object,
    path: ['objects', 0],
    operations: [{ op: 'add', path: '/objects/0/spec/template', value }] as const,
  };
  expect(manifestsOf([template])).toBe('');
  expect(jsonPatchOf([template])).toContain('/objects/0/spec/template');
});

it.each<[PoolWay, VirtualMachinePool['spec'], object]>([
  ['asPool', { maxUnavailable: 2 }, {}],
  ['oneByOne', {}, { maxUnavailable: 1 }],
  ['oneByOne', { maxUnavailable: 2 }, { maxUnavailable: 1 }],
  ['atNextStart', {}, { updateStrategy: { opportunistic: {} } }],
  [
    'atNextStart',
    { updateStrategy: { proactive: {} } },
    { updateStrategy: { proactive: null, opportunistic: {} } },
  ],
])('the manifest of a pool has how its VMs get the change: %s', (way, settings, expected) => {
  const { spec } = vmWith(undefined);
  const pool: VirtualMachinePool = {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name: 'desks', namespace: 'team' },
    spec: { ...settings, virtualMachineTemplate: { spec } },
  };
  const [manifest] = vmsOfHolder(pool).map((vm) => {
    const operations = operationsInWay(pool, way, change(vm, next).operations);
    return parse(manifestsOf([{ ...sourceOf(vm), operations }])) as { spec: object };
  });
  const metadata = { annotations: { [SIDECARS_ANNOTATION]: serializeSidecars(next) } };
  expect(manifest?.spec).toEqual({
    ...expected,
    virtualMachineTemplate: { spec: { template: { metadata } } },
  });
});
