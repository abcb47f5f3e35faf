import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSidecars, sameSidecar, serializeSidecars } from './annotation';
import { configMapSidecar, type Sidecar } from './sidecar';
import { fieldOf } from './sidecarFields';

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

const unknownKey = fc
  .string({ minLength: 1, maxLength: 8 })
  .filter((key) =>
    [...(['sidecar', 'configMap', 'pvc'] as const)].every((object) => fieldOf(object, key) === undefined),
  );
const unknowns = fc.dictionary(unknownKey, fc.jsonValue(), { maxKeys: 3 });
const options = { requiredKeys: [] };
const entry = fc
  .record(
    {
      image: fc.string(),
      imagePullPolicy: fc.string(),
      command: fc.array(fc.string()),
      args: fc.array(fc.string()),
      configMap: fc
        .tuple(fc.record({ name: fc.string(), key: fc.string(), hookPath: fc.string() }, options), unknowns)
        .map(([known, unknown]) => ({ ...unknown, ...known })),
      pvc: fc
        .tuple(
          fc.record({ name: fc.string(), volumePath: fc.string(), sharedComputePath: fc.string() }, options),
          unknowns,
        )
        .map(([known, unknown]) => ({ ...known, ...unknown })),
    },
    options,
  )
  .chain((known) => unknowns.map((unknown) => ({ ...unknown, ...known })));

describe('serializeSidecars', () => {
  it('writes a text back as people write it', () => {
    expect(serializeSidecars(sidecarsOf(guide))).toBe(guide);
  });

  it('keeps unknown fields, nested ones too, and the spelling and order of keys', () => {
    const text =
      '[{"zeta": {"b": 1, "a": [null]}, "ConfigMap": {"hookpath": "/h", "mode": 493, "Name": "n"}, "7": 0, "1": 0}]';
    expect(serializeSidecars(sidecarsOf(text))).toBe(text);
  });

  it('appends what was added after what was written', () => {
    const [sidecar] = sidecarsOf('[{"x": 1, "configMap": {"name": "n"}}]');
    expect(sidecar).toBeDefined();
    const changed = { ...sidecar, args: ['a'], extra: { ...sidecar?.extra, y: 2 } };
    expect(serializeSidecars([changed])).toBe(
      '[{"x": 1, "configMap": {"name": "n"}, "args": ["a"], "y": 2}]',
    );
  });

  it('leaves out what was removed', () => {
    const [sidecar] = sidecarsOf('[{"image": "i", "x": 1, "args": []}]');
    const { image: _image, ...rest } = { ...sidecar, extra: {} };
    expect(serializeSidecars([rest])).toBe('[{"args": []}]');
  });

  it('writes new entries in a fixed order', () => {
    expect(serializeSidecars([configMapSidecar('n', 'k', 'preCloudInitIso')])).toBe(
      '[{"args": ["--version", "v1alpha3"], "configMap": {"name": "n", "key": "k", "hookPath": "/usr/bin/preCloudInitIso"}}]',
    );
  });

  it('loses nothing of any annotation', () => {
    fc.assert(
      fc.property(fc.array(entry), (value) => {
        const text = serializeSidecars(sidecarsOf(JSON.stringify(value)));
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(serializeSidecars(sidecarsOf(text))).toBe(text);
      }),
    );
  });
});

describe('sameSidecar', () => {
  it.each([
    ['{"image":"a","args":["x"]}', '{"ARGS":["x"],"Image":"a"}', true],
    ['{"image":""}', '{}', true],
    ['{"args":[]}', '{"args":null}', true],
    [
      '{"pvc":{"name":"a","volumePath":"/b"}}',
      '{"pvc":{"volumePath":"/b","name":"a","sharedComputePath":""}}',
      true,
    ],
    ['{"note":1}', '{"note":2}', true],
    ['{"image":"a"}', '{"image":"b"}', false],
    ['{"configMap":{}}', '{}', false],
    ['{"configMap":{"key":"a"}}', '{"configMap":{"key":"b"}}', false],
  ])('compares %s with %s', (one, other, same) => {
    const [a, b] = sidecarsOf(`[${one},${other}]`);
    expect(a && b && sameSidecar(a, b)).toBe(same);
  });
});
