import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { configMap, script } from '../checks/checkFixtures';
import type { KubernetesObject, VirtualMachine } from '../objects/resources';
import type { TemplateParameter } from '../objects/templateResources';
import { vmsOfHolder } from '../objects/templateVm';
import { findingsOfTemplate } from './templateFindings';

const KINDS = ['Template', 'VirtualMachineTemplate', 'VirtualMachinePool'] as const;
type Kind = (typeof KINDS)[number];

const vmOf = (
  kind: Kind,
  annotation: string,
  parameters: TemplateParameter[] = [],
  others: Record<string, unknown>[] = [],
): VirtualMachine => {
  const manifest = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: '${NAME}' },
    spec: {
      template: {
        metadata: { annotations: { [SIDECARS_ANNOTATION]: annotation } },
        spec: { domain: { devices: {} }, volumes: [{ name: '${NAME}' }] },
      },
    },
  };
  const metadata = { name: 'holder', namespace: 'team' };
  const objects: Record<Kind, object> = {
    Template: { apiVersion: 'template.openshift.io/v1', objects: [...others, manifest], parameters },
    VirtualMachineTemplate: {
      apiVersion: 'template.kubevirt.io/v1beta1',
      spec: { virtualMachine: manifest, parameters },
    },
    VirtualMachinePool: {
      apiVersion: 'pool.kubevirt.io/v1beta1',
      spec: { virtualMachineTemplate: manifest },
    },
  };
  const [vm] = vmsOfHolder({ kind, metadata, ...objects[kind] } as unknown as KubernetesObject);
  if (vm === undefined) {
    throw new Error('no VM');
  }
  return vm;
};

const found = (
  vm: VirtualMachine,
  configMaps = new Map([configMap('there', { k: '#!/bin/sh' })]),
): string[] =>
  findingsOfTemplate(vm, { configMaps, kubevirtVersion: 'v1.9.0', gate: { enabled: true } }).map(
    ({ id }) => id,
  );

const named = (name: string, changes: Record<string, unknown> = {}): string =>
  JSON.stringify([script(changes, { name })]);

describe('what is found in the VM of a template', () => {
  it.each<[string, string, Record<Kind, string[]>]>([
    [
      'a ConfigMap that is not there',
      named('missing'),
      {
        Template: [],
        VirtualMachineTemplate: ['configMapMissing'],
        VirtualMachinePool: ['configMapMissing'],
      },
    ],
    [
      'a ConfigMap named with a parameter',
      named('${NAME}-script'),
      {
        Template: [],
        VirtualMachineTemplate: [],
        VirtualMachinePool: ['configMapNameNotLabel', 'configMapMissing'],
      },
    ],
    [
      'an undefined parameter',
      named('there', { args: ['--version', 'v1alpha3', '${VAR}'] }),
      { Template: [], VirtualMachineTemplate: ['parameterUndefined'], VirtualMachinePool: [] },
    ],
    [
      'a default that breaks the JSON text',
      named('there', { args: ['--version', 'v1alpha3', '${QUOTE}'] }),
      {
        Template: ['parameterBreaksJson'],
        VirtualMachineTemplate: ['parameterBreaksJson'],
        VirtualMachinePool: [],
      },
    ],
    [
      'a list that its default completes',
      '${LIST}',
      { Template: [], VirtualMachineTemplate: [], VirtualMachinePool: ['malformedAnnotation'] },
    ],
    [
      'a list whose parameter has no default',
      '[${NAME}]',
      { Template: [], VirtualMachineTemplate: [], VirtualMachinePool: ['malformedAnnotation'] },
    ],
    [
      'a text that no default repairs',
      '[${LIST}',
      {
        Template: ['malformedAnnotation'],
        VirtualMachineTemplate: ['malformedAnnotation'],
        VirtualMachinePool: ['malformedAnnotation'],
      },
    ],
    [
      'two volumes of the same text',
      named('${NAME}'),
      {
        Template: ['volumeNameClash'],
        VirtualMachineTemplate: ['volumeNameClash'],
        VirtualMachinePool: ['configMapNameNotLabel', 'volumeNameClash', 'configMapMissing'],
      },
    ],
  ])('%s', (_what, annotation, expected) => {
    const parameters = [
      { name: 'NAME', required: true },
      { name: 'QUOTE', value: 'say "hi"' },
      { name: 'LIST', value: '[]' },
    ];
    expect(
      Object.fromEntries(KINDS.map((kind) => [kind, found(vmOf(kind, annotation, parameters))])),
    ).toEqual(expected);
  });

  it('looks for the key in the ConfigMap that the template brings', () => {
    const brought = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: '${NAME}-s' },
      data: { other: '' },
    };
    const text = JSON.stringify([script({}, { name: '${NAME}-s', key: 'k' })]);
    expect(found(vmOf('Template', text, [], [brought]))).toEqual([]);
    const literal = { ...brought, metadata: { name: 'mine' } };
    expect(found(vmOf('Template', named('mine'), [], [literal]))).toEqual(['keyMissing']);
    expect(found(vmOf('Template', named('mine'), [], [{ ...literal, data: { k: '' } }]))).toEqual([]);
    // As in a list, which leaves out the data.
    expect(found(vmOf('Template', named('mine'), [], [{ ...literal, data: undefined }]))).toEqual([]);
  });

  it('names the parameter', () => {
    const text = named('there', { args: ['--version', 'v1alpha3', '${ONE} ${ONE} ${TWO}'] });
    expect(
      findingsOfTemplate(vmOf('VirtualMachineTemplate', text, [{ name: 'TWO' }]), {}).map(
        ({ params }) => params,
      ),
    ).toEqual([{ parameter: 'ONE' }]);
  });
});
