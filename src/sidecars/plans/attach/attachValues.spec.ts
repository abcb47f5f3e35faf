import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSidecars, serializeSidecars } from '../../annotation/annotation';
import type { Sidecar } from '../../annotation/sidecar';
import { newAttachValues, sidecarOfValues, valuesOfSidecar } from './attachValues';

const sidecarOf = (text: string): Sidecar => {
  const parsed = parseSidecars(`[${text}]`);
  const [sidecar] = parsed.kind === 'parsed' ? parsed.sidecars : [];
  if (sidecar === undefined) {
    throw new Error(text);
  }
  return sidecar;
};

const written = (sidecar: Sidecar): unknown => JSON.parse(serializeSidecars([sidecar]));

const options = { requiredKeys: [] };
const word = fc.oneof(
  fc.constantFrom('', '--', '--version', '--version=v1alpha2', 'v1alpha3', '-v'),
  fc.string(),
);
const entry = fc.record(
  {
    image: word,
    imagePullPolicy: word,
    command: fc.array(word),
    args: fc.array(word),
    note: fc.jsonValue(),
    configMap: fc.record(
      { name: word, key: word, hookPath: fc.constantFrom('', '/x', '/usr/bin/onDefineDomain'), mode: word },
      options,
    ),
    pvc: fc.record({ name: word, volumePath: word, sharedComputePath: word, x: fc.jsonValue() }, options),
  },
  options,
);

describe('a sidecar and the form', () => {
  it('change nothing when the user changes nothing', () => {
    fc.assert(
      fc.property(entry, (value) => {
        const sidecar = sidecarOf(JSON.stringify(value));
        expect(sidecarOfValues(valuesOfSidecar(sidecar), sidecar)).toEqual(sidecar);
      }),
    );
  });

  it('keep unknown fields, spelling and order when the user changes something', () => {
    const sidecar = sidecarOf(
      '{"note": 1, "ConfigMap": {"mode": 493, "name": "a", "key": "k", "hookPath": "/usr/bin/onDefineDomain"}}',
    );
    const values = { ...valuesOfSidecar(sidecar), configMap: 'b' };
    expect(serializeSidecars([sidecarOfValues(values, sidecar)])).toBe(
      '[{"note": 1, "ConfigMap": {"mode": 493, "name": "b", "key": "k", "hookPath": "/usr/bin/onDefineDomain"}}]',
    );
  });
});

describe('sidecarOfValues', () => {
  const values = newAttachValues();

  it('attaches a script the safe way', () => {
    expect(written(sidecarOfValues({ ...values, configMap: 'a', key: 'script.sh' }))).toEqual([
      {
        args: ['--version', 'v1alpha3'],
        configMap: { name: 'a', key: 'script.sh', hookPath: '/usr/bin/onDefineDomain' },
      },
    ]);
  });

  it('writes all advanced fields', () => {
    expect(
      written(
        sidecarOfValues({
          ...values,
          source: 'none',
          image: 'i',
          imagePullPolicy: 'Always',
          command: ['/run', ''],
          args: ['', '-v'],
          version: '',
          pvcName: 'p',
          pvcVolumePath: '/v',
          pvcSharedComputePath: '/s',
        }),
      ),
    ).toEqual([
      {
        image: 'i',
        imagePullPolicy: 'Always',
        command: ['/run', ''],
        args: ['', '-v'],
        pvc: { name: 'p', volumePath: '/v', sharedComputePath: '/s' },
      },
    ]);
  });

  it('removes what the user cleared', () => {
    const sidecar = sidecarOf(
      '{"image":"i","command":["c"],"args":["--version","v1alpha2"],"pvc":{"name":"p","volumePath":"/v"}}',
    );
    const cleared = { ...values, source: 'none' as const, version: '' };
    expect(written(sidecarOfValues(cleared, sidecar))).toEqual([{}]);
  });

  it.each([
    ['["--version","v1alpha2","-v"]', 'v1alpha3', ['--version', 'v1alpha3', '-v']],
    ['["-v","--version=v1alpha2"]', 'v1alpha3', ['-v', '--version=v1alpha3']],
    ['["-v"]', 'v1alpha3', ['-v', '--version', 'v1alpha3']],
    ['["-v","--version","v1alpha2"]', '', ['-v']],
  ])('changes the version in %s to %j and leaves the other arguments', (args, version, expected) => {
    const sidecar = sidecarOf(`{"args":${args}}`);
    expect(sidecarOfValues({ ...valuesOfSidecar(sidecar), version }, sidecar).args).toEqual(expected);
  });

  it.each([[['--prefix', '']], [['']], [['a', '', '']], [[]]])('writes the texts %j as they are', (after) => {
    const sidecar = sidecarOf('{"command":["b",""],"args":["--version","v1alpha3","b",""]}');
    const values = { ...valuesOfSidecar(sidecar), command: after, args: after };
    expect(written(sidecarOfValues(values, sidecar))).toEqual([
      { ...(after.length === 0 ? {} : { command: after }), args: ['--version', 'v1alpha3', ...after] },
    ]);
  });

  it.each(['/opt/run', '/usr/local/bin/onDefineDomain'])('preserves the path %s', (hookPath) => {
    const sidecar = sidecarOf(JSON.stringify({ configMap: { name: 'a', key: 'k', hookPath } }));
    const shown = valuesOfSidecar(sidecar);
    expect(shown).toMatchObject({ hookPoint: 'other', otherPath: hookPath });
    expect(sidecarOfValues(shown, sidecar)).toEqual(sidecar);
    expect(sidecarOfValues({ ...shown, hookPoint: 'onDefineDomain' }, sidecar).configMap?.hookPath).toBe(
      '/usr/bin/onDefineDomain',
    );
  });
});
