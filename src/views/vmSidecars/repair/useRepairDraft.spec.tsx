import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { virtualMachine } from '../../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
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
