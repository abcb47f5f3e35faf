import { describe, expect, it } from 'vitest';
import type { Expectation } from './expectedResults';
import { grepCommand } from './grepCommand';

describe('grepCommand', () => {
  it.each<[string, Expectation[], string]>([
    ['nothing is expected', [], 'grep -A3 manufacturer'],
    ['only existence is expected', [{ kind: 'xpathExists', xpath: '//a' }], 'grep -A3 manufacturer'],
    [
      'a value is expected',
      [{ kind: 'xpathEquals', xpath: '//a', value: 'Radical Edward' }],
      "grep -F -- 'Radical Edward'",
    ],
    [
      'XML writes the value otherwise',
      [
        { kind: 'xpathEquals', xpath: '//a', value: 'R&D' },
        { kind: 'text', text: 'R&amp;D' },
      ],
      "grep -F -- 'R&amp;D'",
    ],
    ['a text spans lines', [{ kind: 'text', text: 'a\nb' }], 'grep -A3 manufacturer'],
  ])('when %s', (_what, expectations, command) => {
    expect(grepCommand(expectations)).toBe(command);
  });
});
