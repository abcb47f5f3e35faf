import { expect, it } from 'vitest';
import { vmsOfHolder } from '../objects/templateVm';
import { sourcePlace, type SourcePlace } from './sourcePlace';

const metadata = { name: 'holder', namespace: 'team' };
const machine = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata };
const brought = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '${NAME}-brought' } };
const HOLDERS: Record<string, object> = {
  Template: { objects: [brought, machine] },
  VirtualMachineTemplate: { spec: { virtualMachine: machine } },
  VirtualMachinePool: { spec: { virtualMachineTemplate: machine } },
  VirtualMachine: { spec: {} },
};

it.each<[string, Record<string, SourcePlace>]>([
  ['Template', { '${NAME}-brought': 'template', '${X}': 'parameter', plain: 'namespaceOfMade' }],
  ['VirtualMachineTemplate', { '${NAME}-brought': 'parameter', plain: 'namespace' }],
  ['VirtualMachinePool', { '${X}': 'namespace', plain: 'namespace' }],
  ['VirtualMachine', { '${X}': 'namespace', plain: 'namespace' }],
])('of ConfigMaps named in a %s', (kind, places) => {
  const [vm] = vmsOfHolder({ apiVersion: 'any/v1', kind, metadata, ...HOLDERS[kind] });
  expect(vm && Object.fromEntries(Object.keys(places).map((name) => [name, sourcePlace(vm, name)]))).toEqual(
    places,
  );
});
