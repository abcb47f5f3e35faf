import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOOK_POINTS } from '../../annotation/hookPoint';
import { SCRIPT_LANGUAGES } from '../../scripts/templates';
import { parseDraft } from './scriptDraft';

const hookPoint = fc.constantFrom(...HOOK_POINTS);
const values = fc.record({
  name: fc.string(),
  key: fc.string(),
  hookPoint,
  language: fc.constantFrom(...SCRIPT_LANGUAGES),
  text: fc.string({ unit: 'binary' }),
});
const base = fc.record({ uid: fc.string(), text: fc.string(), hookPoint });
const draft = fc.record({ values, base }, { requiredKeys: ['values'] });

describe('parseDraft', () => {
  it('reads every draft as it was stored', () => {
    fc.assert(
      fc.property(draft, (stored) => {
        expect(parseDraft(JSON.stringify(stored))).toEqual(stored);
      }),
    );
  });

  const whole = { name: 'n', key: 'k', hookPoint: 'onDefineDomain', language: 'sh', text: '' };
  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no object', '"text"'],
    ['null', 'null'],
    ['no values', '{}'],
    ['an unknown hook point', JSON.stringify({ values: { ...whole, hookPoint: 'other' } })],
    ['an unknown language', JSON.stringify({ values: { ...whole, language: 'perl' } })],
    ['a text that is none', JSON.stringify({ values: { ...whole, text: 1 } })],
    ['a base without text', JSON.stringify({ values: whole, base: { hookPoint: 'onDefineDomain' } })],
    ['a base without hook point', JSON.stringify({ values: whole, base: { text: '' } })],
  ])('does not read %s', (_what, stored) => {
    expect(parseDraft(stored)).toBeUndefined();
  });

  it('reads a base of an object without uid', () => {
    const stored = { values: whole, base: { text: '', hookPoint: 'onDefineDomain' } };
    expect(parseDraft(JSON.stringify(stored))).toEqual({
      ...stored,
      base: { ...stored.base, uid: undefined },
    });
  });
});
