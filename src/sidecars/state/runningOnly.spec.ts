import { describe, expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import { runningOnly } from './runningOnly';

const entry = (name: string): Record<string, unknown> => ({ image: name });
const annotations = (text: string | undefined): Record<string, string> =>
  text === undefined ? {} : { [SIDECARS_ANNOTATION]: text };
const listText = (names: string): string => JSON.stringify(names.split('').map(entry));

const vmWith = (text: string | undefined): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm' },
  spec: { template: { metadata: { annotations: annotations(text) }, spec: { domain: { devices: {} } } } },
});
const vmiWith = (text: string | undefined, phase: string): VirtualMachineInstance => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name: 'vm', annotations: annotations(text) },
  spec: { domain: { devices: {} } },
  status: { phase },
});

describe('runningOnly', () => {
  it.each([
    {
      name: 'all as started',
      template: listText('ab'),
      instance: listText('ab'),
      phase: 'Running',
      left: [],
    },
    { name: 'reordered', template: listText('ba'), instance: listText('ab'), phase: 'Running', left: [] },
    { name: 'detached', template: listText('b'), instance: listText('ab'), phase: 'Running', left: [0] },
    { name: 'changed', template: listText('ac'), instance: listText('ab'), phase: 'Running', left: [1] },
    { name: 'all detached', template: undefined, instance: listText('ab'), phase: 'Running', left: [0, 1] },
    {
      name: 'twice, once detached',
      template: listText('a'),
      instance: listText('aa'),
      phase: 'Running',
      left: [1],
    },
    { name: 'an ended instance', template: undefined, instance: listText('a'), phase: 'Succeeded', left: [] },
    { name: 'an unreadable template', template: '[{', instance: listText('a'), phase: 'Running', left: [] },
    { name: 'an unreadable instance', template: undefined, instance: '[{', phase: 'Running', left: [] },
  ])('$name', ({ template, instance, phase, left }) => {
    expect(runningOnly(vmWith(template), vmiWith(instance, phase)).map(({ index }) => index)).toEqual(left);
  });

  it('is empty while the VM is stopped', () => {
    expect(runningOnly(vmWith(listText('a')), undefined)).toEqual([]);
  });
});
