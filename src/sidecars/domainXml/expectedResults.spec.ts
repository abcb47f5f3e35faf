import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../objects/resources';
import { buildExpectationsPatch } from './expectationsPatch';
import { parseExpectedResults, serializeExpectedResults, type Expectation } from './expectedResults';

const expectationsOf = (text: string): Expectation[] => {
  const parsed = parseExpectedResults(text);
  return parsed.kind === 'parsed' ? parsed.expectations : [];
};

describe('parseExpectedResults', () => {
  it.each<[unknown, Expectation]>([
    [
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'a' },
    ],
    [
      { kind: 'xpathExists', xpath: '//a', note: 1 },
      { kind: 'xpathExists', xpath: '//a', extra: { note: 1 } },
    ],
    [
      { kind: 'xpathEquals', xpath: '//a', value: '' },
      { kind: 'xpathEquals', xpath: '//a', value: '' },
    ],
    [
      { kind: 'xpathEquals', xpath: '//a' },
      { kind: 'unknown', source: { kind: 'xpathEquals', xpath: '//a' } },
    ],
    [{ kind: 'schema' }, { kind: 'unknown', source: { kind: 'schema' } }],
    ['text', { kind: 'unknown', source: 'text' }],
    [null, { kind: 'unknown', source: null }],
  ])('reads %j', (source, expectation) => {
    expect(expectationsOf(JSON.stringify([source]))).toEqual([expectation]);
  });

  it.each([
    [undefined, { kind: 'absent' }],
    ['null', { kind: 'parsed', expectations: [] }],
    ['{}', { kind: 'malformed', problem: 'notAList', line: 1, column: 1 }],
    ['[\n{]', { kind: 'malformed', problem: 'syntax', line: 2, column: 2 }],
  ])('takes %j for what it is', (text, parsed) => {
    expect(parseExpectedResults(text)).toMatchObject(parsed);
  });

  const item = fc.oneof(
    fc.jsonValue(),
    fc.record({ kind: fc.constant('text'), text: fc.string(), note: fc.jsonValue() }),
    fc.record({
      kind: fc.constant('xpathEquals'),
      xpath: fc.string(),
      value: fc.oneof(fc.string(), fc.integer()),
    }),
    fc.record({ kind: fc.constant('xpathExists'), xpath: fc.string(), value: fc.jsonValue() }),
  );

  it('loses nothing of any list', () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const text = JSON.stringify(items);
        expect(JSON.parse(serializeExpectedResults(expectationsOf(text)))).toEqual(JSON.parse(text));
      }),
    );
  });
});

it('keeps numbers as they were written', () => {
  const text = '[{"kind":"text","text":"a","id":9007199254740993},{"kind":"size","max":1e400},1.0]';
  expect(serializeExpectedResults(expectationsOf(text))).toBe(text);
});

describe('buildExpectationsPatch', () => {
  const configMap: ConfigMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', annotations: {} },
  };
  const path = '/metadata/annotations/sidecar-hooks.kubevirt.io~1expected-results';

  it('writes the list', () => {
    expect(buildExpectationsPatch(configMap, '[]', [{ kind: 'text', text: 'a' }]).operations).toEqual([
      { op: 'test', path, value: '[]' },
      { op: 'replace', path, value: '[{"kind":"text","text":"a"}]' },
    ]);
  });

  it('removes the annotation with the last one', () => {
    expect(buildExpectationsPatch(configMap, '[]', []).operations).toEqual([
      { op: 'test', path, value: '[]' },
      { op: 'remove', path },
    ]);
  });
});
