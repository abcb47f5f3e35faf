import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, GATES, other } from './gateFixtures';
import {
  disableGate,
  enableGate,
  enablesGate,
  parseHcoPatch,
  serializeHcoPatch,
  type HcoOperation,
} from './hcoAnnotation';

describe('parseHcoPatch', () => {
  it.each([
    [undefined, { kind: 'absent' }],
    ['null', { kind: 'parsed', operations: [] }],
    [
      JSON.stringify([other, { op: 'test', path: '/spec/x', value: null }]),
      { kind: 'parsed', operations: [other, { op: 'test', path: '/spec/x', value: null }] },
    ],
    ['', { kind: 'malformed', problem: 'syntax', line: 1, column: 1 }],
    ['{}', { kind: 'malformed', problem: 'notAList' }],
    ['[\n{"op":"add"}]', { kind: 'malformed', problem: 'notAnOperation', line: 2, column: 1 }],
    ['[{"op":"plus","path":"/a"}]', { kind: 'malformed', problem: 'notAnOperation' }],
    ['[{"op":"add","path":7}]', { kind: 'malformed', problem: 'notAnOperation' }],
    ['[null]', { kind: 'malformed', problem: 'notAnOperation', column: 2 }],
    ['[1]', { kind: 'malformed', problem: 'notAnOperation' }],
    ['[{"op":"add","path":"/metadata/labels/x"},1]', { kind: 'malformed', problem: 'notAnOperation' }],
    [
      '[{"op":"add","path":"/spec/x"},{"op":"test","path":"","value":null}]',
      { kind: 'malformed', problem: 'outsideSpec', column: 32 },
    ],
    ['[{"op":"remove","path":"/spec"}]', { kind: 'malformed', problem: 'outsideSpec' }],
    [
      '[{"op":"add","path":"/spec/configuration /developerConfiguration/featureGates/-","value":"Sidecar"}]',
      { kind: 'malformed', problem: 'missingPath', column: 2 },
    ],
    [
      '[{"op":"add","path":"/spec/configuration/developerConfiguration/FeatureGates/-","value":"Sidecar"}]',
      { kind: 'malformed', problem: 'missingPath' },
    ],
    ['[{"op":"add","path":"/spec/Configuration","value":1}]', { kind: 'parsed' }],
    ['[{"op":"add","path":"/spec/other/featureGates/-","value":1}]', { kind: 'parsed' }],
  ])('reads %j', (text, parsed) => {
    expect(parseHcoPatch(text)).toMatchObject(parsed);
  });
});

describe('the gate among the operations of HCO', () => {
  it.each<[HcoOperation, boolean]>([
    [add, true],
    [{ ...add, path: `${GATES}/0` }, true],
    [{ op: 'replace', path: GATES, value: ['A', 'Sidecar'] }, true],
    [
      {
        op: 'add',
        path: '/spec/configuration',
        value: { developerConfiguration: { featureGates: ['Sidecar'] } },
      },
      true,
    ],
    [other, false],
    [{ ...add, op: 'test' }, false],
    [{ op: 'remove', path: `${GATES}/0` }, false],
    [{ ...add, path: '/spec/configuration/developerConfiguration/disabledFeatureGates/-' }, false],
    [{ ...add, value: 'sidecar' }, false],
    [{ ...add, path: `${GATES}/x` }, false],
    [{ op: 'add', path: '/spec/configuration', value: { developerConfiguration: null } }, false],
    [{ op: 'add', path: '/spec/configuration', value: {} }, false],
    [{ op: 'add', path: GATES, value: 'Sidecar' }, false],
    [{ op: 'add', path: '/spec/config', value: ['Sidecar'] }, false],
  ])('%j brings it: %s', (operation, brings) => {
    expect(enablesGate([operation])).toBe(brings);
    expect(enableGate([operation])).toEqual(brings ? [operation] : [operation, add]);
    expect(enablesGate(disableGate([operation]))).toBe(false);
  });

  const set = (value: unknown, path = GATES): HcoOperation => ({ op: 'replace', path, value });
  it.each<[string, HcoOperation[], boolean]>([
    ['a list without it afterwards', [add, set(['A'])], false],
    ['a list without it before', [set(['A']), add], true],
    ['a list with it afterwards', [set(['A']), set(['Sidecar'])], true],
    ['all around the list without it afterwards', [add, set({}, '/spec/configuration')], false],
    ['the list taken away afterwards', [add, { op: 'remove', path: GATES }], false],
    ['another gate afterwards', [add, other], true],
  ])('with %s', (_case, operations, brings) => {
    expect(enablesGate(operations)).toBe(brings);
    expect(enablesGate(enableGate(operations))).toBe(true);
    expect(enablesGate(disableGate(operations))).toBe(false);
  });

  it('is taken out of what brings more than it', () => {
    const more = {
      op: 'add',
      path: '/spec/configuration',
      value: { a: 1, developerConfiguration: { featureGates: ['A', 'Sidecar'] } },
    };
    expect(disableGate([other, add, more])).toEqual([
      other,
      { ...more, value: { a: 1, developerConfiguration: { featureGates: ['A'] } } },
    ]);
  });

  it('leaves all other operations as they are', () => {
    const operation = fc.record({
      op: fc.constantFrom('add', 'remove', 'test'),
      path: fc.string().map((path) => `/spec/${path}`),
      value: fc.jsonValue(),
      note: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        expect(disableGate(enableGate(operations))).toEqual(operations);
        expect(enableGate(enableGate(operations))).toEqual([...operations, add]);
        const text = serializeHcoPatch(operations);
        expect(parseHcoPatch(text)).toEqual({
          kind: 'parsed',
          text,
          operations: JSON.parse(text) as unknown,
        });
      }),
    );
  });
});
