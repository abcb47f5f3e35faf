import { describe, expect, it } from 'vitest';
import { parseSidecars } from './annotation';
import { unknownFields } from './unknownFields';

const unknownOf = (text: string): unknown => {
  const parsed = parseSidecars(`[${text}]`);
  const [sidecar] = parsed.kind === 'parsed' ? parsed.sidecars : [];
  return sidecar && unknownFields(sidecar);
};

describe('unknownFields', () => {
  it.each([
    { text: '{"image": "x", "configMap": {"name": "a", "key": "k", "hookPath": "/p"}}', found: undefined },
    {
      text: '{"note": 1, "configMap": {"name": "a", "mode": 493}}',
      found: { note: 1, configMap: { mode: 493 } },
    },
    { text: '{"pvc": {"name": "a", "sub": ["x"]}}', found: { pvc: { sub: ['x'] } } },
  ])('of $text', ({ text, found }) => {
    expect(unknownOf(text)).toEqual(found);
  });
});
