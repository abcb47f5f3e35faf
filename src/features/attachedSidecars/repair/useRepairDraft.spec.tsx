import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { virtualMachine } from '../../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import type { Template } from '../../../sidecars/objects/templateResources';
import { vmsOfHolder } from '../../../sidecars/objects/templateVm';
import { useRepairDraft } from './useRepairDraft';

const vmOf = (name: string, uid?: string): VirtualMachine => {
  const vm = virtualMachine('team', name, { runStrategy: 'Halted' }) as unknown as VirtualMachine;
  return { ...vm, metadata: { ...vm.metadata, ...(uid === undefined ? {} : { uid }) } };
};

const draftOf = (vm: VirtualMachine): ReturnType<typeof useRepairDraft>[0] =>
  renderHook(() => useRepairDraft(vm)).result.current[0];

it('keeps the text of a VM when its tab is left, until it is discarded', () => {
  const draft = { seen: '[{', text: '[{}' };
  const { result, unmount } = renderHook(() => useRepairDraft(vmOf('broken', '1')));
  act(() => {
    result.current[1](draft);
  });
  expect(result.current[0]).toEqual(draft);
  unmount();
  expect(draftOf(vmOf('broken', '1'))).toEqual(draft);
  // Another VM, or a new one of the same name.
  expect(draftOf(vmOf('other', '2'))).toBeUndefined();
  expect(draftOf(vmOf('broken', '3'))).toBeUndefined();

  const view = renderHook(() => useRepairDraft(vmOf('broken', '1')));
  act(() => {
    view.result.current[1](undefined);
  });
  expect(view.result.current[0]).toBeUndefined();
  expect(draftOf(vmOf('broken', '1'))).toBeUndefined();
});

it('keeps the texts of the VMs of one template apart', () => {
  const draft = { seen: '[{', text: '[{}' };
  const machine = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: '${NAME}' } };
  const [first, second] = vmsOfHolder({
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: { name: 'two', namespace: 'team', uid: 't' },
    objects: [machine, machine],
  } as Template) as [VirtualMachine, VirtualMachine];
  const { result } = renderHook(() => useRepairDraft(first));
  act(() => {
    result.current[1](draft);
  });
  expect(draftOf(first)).toEqual(draft);
  expect(draftOf(second)).toBeUndefined();
});
