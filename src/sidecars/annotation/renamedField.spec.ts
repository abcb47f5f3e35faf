import { describe, expect, it } from 'vitest';
import { parseSidecars, serializeSidecars, type Sidecar } from './annotation';
import { renamedField } from './renamedField';

const spelt = (sidecar: Sidecar | undefined): string | undefined => sidecar && serializeSidecars([sidecar]);

describe('renamedField', () => {
  it.each<[string, Parameters<typeof renamedField>, string]>([
    [
      'a field of the sidecar, where it stands',
      ['[{"a":1,"configmaps":{"name":"s","own":2},"args":[]}]', 0, 'sidecar', 'configmaps', 'configMap'],
      '[{"a": 1, "configMap": {"name": "s", "own": 2}, "args": []}]',
    ],
    [
      'a field of its ConfigMap',
      ['[{},{"ConfigMap":{"nane":"s","key":"k"}}]', 1, 'configMap', 'nane', 'name'],
      '[{"ConfigMap": {"name": "s", "key": "k"}}]',
    ],
    [
      'a field of its PVC',
      ['[{"pvc":{"name":"p","volumPath":"/p"}}]', 0, 'pvc', 'volumPath', 'volumePath'],
      '[{"pvc": {"name": "p", "volumePath": "/p"}}]',
    ],
  ])('renames %s', (_case, call, expected) => {
    expect(spelt(renamedField(...call))).toBe(expected);
  });

  it.each<[string, Parameters<typeof renamedField>]>([
    ['the field is there already', ['[{"arg":[],"args":[]}]', 0, 'sidecar', 'arg', 'args']],
    ['it is there in another case', ['[{"arg":[],"ARGS":[]}]', 0, 'sidecar', 'arg', 'args']],
    ['the value is none for the field', ['[{"arg":"x"}]', 0, 'sidecar', 'arg', 'args']],
    ['there is no such sidecar', ['[]', 0, 'sidecar', 'arg', 'args']],
    ['there is no such object', ['[{}]', 0, 'configMap', 'nane', 'name']],
    ['the sidecar is null', ['[null]', 0, 'configMap', 'nane', 'name']],
    ['the annotation cannot be read', ['[', 0, 'sidecar', 'arg', 'args']],
    ['the annotation is no list', ['{"arg":[]}', 0, 'sidecar', 'arg', 'args']],
  ])('does nothing where %s', (_case, call) => {
    expect(renamedField(...call)).toBeUndefined();
  });

  it('reads the same as if it had been written so', () => {
    const sidecar = renamedField('[{"arg":["--version","v1alpha3"]}]', 0, 'sidecar', 'arg', 'args');
    expect(parseSidecars('[{"args":["--version","v1alpha3"]}]')).toMatchObject({ sidecars: [sidecar] });
  });
});
