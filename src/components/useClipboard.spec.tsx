import { act, renderHook } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { useClipboard } from './useClipboard';

it('copies a text, returns the result, and resets it', async () => {
  userEvent.setup();
  const { result } = renderHook(useClipboard);
  expect(result.current.copied).toBe('no');
  await act(async () => result.current.copy('text'));
  expect(await navigator.clipboard.readText()).toBe('text');
  expect(result.current.copied).toBe('yes');
  act(result.current.forget);
  expect(result.current.copied).toBe('no');
});

it('reports that copying is not permitted', async () => {
  userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
  const { result } = renderHook(useClipboard);
  await act(async () => result.current.copy('text'));
  expect(result.current.copied).toBe('failed');
});
