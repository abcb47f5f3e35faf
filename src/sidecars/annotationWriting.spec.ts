import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSidecars, sameSidecar, serializeSidecars } from './annotation/annotation';
import { configMapSidecar, type Sidecar } from './annotation/sidecar';
import { fieldOf } from './annotation/sidecarFields';

const sidecarsOf = (text: string): Sidecar[] => {
  const parsed = parseSidecars(text);
  if (parsed.kind !== 'parsed') {
    throw new Error(JSON.stringify(parsed));
  }
  return parsed.sidecars;
};

const guide =
  '[{"args": ["--version", "v1alpha2"], "configMap": {"name": "xmleditscript", "key": "script.sh", "hookPath": "/usr/bin/onDefineDomain"}}]';

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

  it('keeps numbers as they were written', () => {
    const text =
      '[{"x": [9007199254740993, 1e400, -0, 1.0, 1E5], "configMap": {"mode": 0.10}, "pvc": {"y": {"z": 5e-400}}}]';
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
    expect(serializeSidecars([{ ...sidecar, image: undefined, extra: {} }])).toBe('[{"args": []}]');
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
    ['{"imagePullPolicy":"Always"}', '{"imagePullPolicy":"IfNotPresent"}', false],
    ['{"imagePullPolicy":"Always"}', '{}', false],
    ['{"command":["a"]}', '{"command":["b"]}', false],
    ['{"args":["a"]}', '{"args":["a","b"]}', false],
    ['{"pvc":{"name":"a"}}', '{"pvc":{"name":"b"}}', false],
    ['{"pvc":{"volumePath":"/a"}}', '{"pvc":{"volumePath":"/b"}}', false],
    ['{"pvc":{"sharedComputePath":"/a"}}', '{"pvc":{"sharedComputePath":"/b"}}', false],
    ['{"pvc":{}}', '{}', false],
    ['{"configMap":{"name":"a"}}', '{"configMap":{"name":"b"}}', false],
    ['{"configMap":{"hookPath":"/a"}}', '{"configMap":{"hookPath":"/b"}}', false],
    ['{"configMap":{}}', '{}', false],
    ['{"configMap":{"key":"a"}}', '{"configMap":{"key":"b"}}', false],
  ])('compares %s with %s', (one, other, same) => {
    const [a, b] = sidecarsOf(`[${one},${other}]`);
    expect(a && b && sameSidecar(a, b)).toBe(same);
  });
});
