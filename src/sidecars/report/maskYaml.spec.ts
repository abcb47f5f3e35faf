import { describe, expect, it } from 'vitest';
import { maskSecrets } from './maskSecrets';

describe('values of YAML that begin below their name', () => {
  it.each([
    ['password:\n  ge heim\na: 1', 'password:\n  ***\na: 1'],
    ['x:\n  token:\n    "geheim"\n  b: 1', 'x:\n  token:\n    ***\n  b: 1'],
    ['tokens:\n- geheim\n- ge:heim\nn: 1', 'tokens:\n- ***\n- ***\nn: 1'],
  ])('are taken out of %j', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
    expect(maskSecrets(text, true).split('\n')).toHaveLength(text.split('\n').length);
    expect(maskSecrets(masked)).toBe(masked);
  });

  it.each([
    'volumes:\n- secret:\n    secretName: x\n    items:\n    - key: a',
    'secret:\n  - name: a\ntoken:\nb: 1',
    'token:\nplain text',
    '{"secret":\n  {"a": 1}}',
  ])('are not seen in %j', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });
});
