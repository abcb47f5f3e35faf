import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSidecars } from './annotation';
import type { Sidecar } from './sidecar';

const sidecarsOf = (text: string): Sidecar[] => {
  const parsed = parseSidecars(text);
  if (parsed.kind !== 'parsed') {
    throw new Error(JSON.stringify(parsed));
  }
  return parsed.sidecars;
};

const guide =
  '[{"args": ["--version", "v1alpha2"], "configMap": {"name": "xmleditscript", "key": "script.sh", "hookPath": "/usr/bin/onDefineDomain"}}]';

describe('parseSidecars', () => {
  it('reads the example of the guide', () => {
    expect(sidecarsOf(guide)).toEqual([
      {
        args: ['--version', 'v1alpha2'],
        configMap: {
          name: 'xmleditscript',
          key: 'script.sh',
          hookPath: '/usr/bin/onDefineDomain',
          writtenKeys: ['name', 'key', 'hookPath'],
        },
        extra: {},
        writtenKeys: ['args', 'configMap'],
      },
    ]);
  });

  it('reads all fields', () => {
    const text =
      '[{"image": "i", "imagePullPolicy": "Always", "command": ["c"], "args": ["a"], "pvc": {"name": "p", "volumePath": "/v", "sharedComputePath": "/s"}}]';
    expect(sidecarsOf(text)).toMatchObject([
      {
        image: 'i',
        imagePullPolicy: 'Always',
        command: ['c'],
        args: ['a'],
        pvc: { name: 'p', volumePath: '/v', sharedComputePath: '/s' },
      },
    ]);
  });

  it('tells a missing annotation from an empty one', () => {
    expect(parseSidecars(undefined)).toEqual({ kind: 'absent' });
  });

  it.each(['null', '[]', ' [ ] '])('takes %j for no sidecars', (text) => {
    expect(parseSidecars(text)).toEqual({ kind: 'parsed', text, sidecars: [] });
  });

  it('matches keys in any case, and lets the last of several count', () => {
    expect(
      sidecarsOf('[{"IMAGE":"a","Image":"b","configmap":{"NAME":"n"},"ConfigMap":{"key":"k"}}]'),
    ).toMatchObject([{ image: 'b', configMap: { name: 'n', key: 'k' } }]);
  });

  it('takes null for a field that is not there and for an empty entry', () => {
    expect(sidecarsOf('[null,{"image":null,"args":["a",null],"configMap":null}]')).toEqual([
      { extra: {}, writtenKeys: [] },
      { args: ['a', ''], extra: {}, writtenKeys: ['image', 'args', 'configMap'] },
    ]);
  });

  it.each([
    ['', 'blank', 1, 1, 'unexpected end of JSON input'],
    ['  ', 'blank', 1, 3, 'unexpected end of JSON input'],
    ['["image":"ghcr.io/x"]', 'syntax', 1, 9, "invalid character ':' after array element"],
    ['[\n {"image": x}]', 'syntax', 2, 12, "invalid character 'x' looking for beginning of value"],
    ['['.repeat(1000), 'tooDeep', 1, 502, 'exceeded max depth'],
  ])('says what is wrong with %.20j', (text, code, line, column, message) => {
    expect(parseSidecars(text)).toMatchObject({
      kind: 'malformed',
      text,
      problem: { code },
      line,
      column,
      message,
    });
  });

  it.each([
    [
      '{}',
      '',
      'array',
      'object',
      1,
      'json: cannot unmarshal object into Go value of type hooks.HookSidecarList',
    ],
    [
      'true',
      '',
      'array',
      'boolean',
      1,
      'json: cannot unmarshal bool into Go value of type hooks.HookSidecarList',
    ],
    [
      '[1]',
      '[0]',
      'object',
      'number',
      2,
      'json: cannot unmarshal number into Go value of type hooks.HookSidecar',
    ],
    [
      '[{"image":7}]',
      '[0].image',
      'string',
      'number',
      11,
      'json: cannot unmarshal number into Go struct field HookSidecar.image of type string',
    ],
    [
      '[{},{"args":"--version v1alpha3"}]',
      '[1].args',
      'array',
      'string',
      13,
      'json: cannot unmarshal string into Go struct field HookSidecar.args of type []string',
    ],
    [
      '[{"args":["a",1]}]',
      '[0].args[1]',
      'string',
      'number',
      15,
      'json: cannot unmarshal number into Go struct field HookSidecar.args of type string',
    ],
    [
      '[{"configMap":"x"}]',
      '[0].configMap',
      'object',
      'string',
      15,
      'json: cannot unmarshal string into Go struct field HookSidecar.configMap of type hooks.ConfigMap',
    ],
    [
      '[{"pvc":[]}]',
      '[0].pvc',
      'object',
      'array',
      9,
      'json: cannot unmarshal array into Go struct field HookSidecar.pvc of type hooks.PVC',
    ],
    [
      '[{"configMap":{"name":3}}]',
      '[0].configMap.name',
      'string',
      'number',
      23,
      'json: cannot unmarshal number into Go struct field HookSidecar.configMap.name of type string',
    ],
  ])('points at the value of a wrong type in %s', (text, path, expected, found, column, message) => {
    expect(parseSidecars(text)).toMatchObject({
      kind: 'malformed',
      problem: { code: 'wrongType', path, expected, found },
      line: 1,
      column,
      message,
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `[${json}]`),
        ),
        (text) => {
          expect(['parsed', 'malformed']).toContain(parseSidecars(text).kind);
        },
      ),
    );
  });
});
