import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultValues, parameterProblem, type Parameter, type ParameterValues } from '../parameter';
import type { Recipe } from '../recipe';
import { smbios } from '../domain/smbios';
import { RECIPES } from '../recipes';
import { BARE_DOMAIN, DOMAIN } from '../testing/inputs';
import { runInPython } from '../testing/runInPython';
import { recipeOf } from './recipeOf';
import { recipeScript } from './recipeScript';

const textParameter: Parameter = {
  name: 'text',
  label: 'Text',
  kind: 'text',
  default: '',
  maxLength: 1000,
  isMultiline: true,
};

/** Prints its parameters, so that a test sees what Python reads. */
const echo: Recipe = {
  id: 'echo',
  version: 3,
  title: 'Echo',
  does: 'Prints its values.',
  category: 'debug',
  hookPoint: 'preCloudInitIso',
  parameters: [
    textParameter,
    { name: 'number', label: 'Number', kind: 'number', default: 0, min: 1, max: 9 },
    { name: 'flag', label: 'Flag', kind: 'flag', default: false },
  ],
  change: 'def change(data):\n    data.update(PARAMETERS)\n',
  caveats: [],
  documentation: 'https://example.com',
  expectations: () => [],
  cel: { missing: 'None' },
};

describe('values in a script', () => {
  const values = fc.record({
    text: fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', '{', '}', '#', 'PARAMETERS = {', '\u2028') }),
      )
      .filter((text) => parameterProblem(textParameter, text) === undefined),
    number: fc.integer({ min: 1, max: 9 }),
    flag: fc.boolean(),
  });

  it('are what Python reads', () => {
    const samples = fc.sample(values, { numRuns: 300, seed: 20 });
    const results = runInPython(
      samples.map((sample) => ({
        hookPoint: 'preCloudInitIso',
        text: recipeScript(echo, sample),
        input: '{"UserData": "x"}',
      })),
    );
    expect(
      results.map(
        ({
          result: {
            outputs: [output = 'null'],
          },
        }) => JSON.parse(output) as unknown,
      ),
    ).toEqual(samples.map((sample) => ({ UserData: 'x', ...sample })));
  });

  it('are read again from the script', () => {
    fc.assert(
      fc.property(values, (sample) => {
        expect(recipeOf(recipeScript(echo, sample), [echo])).toEqual({
          kind: 'recipe',
          recipe: echo,
          values: sample,
        });
      }),
    );
  });
});

describe('recipeOf', () => {
  const script = recipeScript(smbios, defaultValues(smbios.parameters));
  const edit = (from: string, to: string): string => {
    expect(script).toContain(from);
    return script.replace(from, to);
  };

  it.each([
    ['another script', '#!/usr/bin/env python3\nprint(1)\n'],
    ['nothing', ''],
    ['a recipe that there is not', edit('# Recipe smbios,', '# Recipe nosuch,')],
  ])('knows no recipe of %s', (_what, text) => {
    expect(recipeOf(text, RECIPES)).toBeUndefined();
  });

  it.each([
    ['its code', edit('"mode", "sysinfo"', '"mode", "host"')],
    ['a line at its end', `${script}print(1)\n`],
    ['a value, to one of another type', edit('"boardSerial": ""', '"boardSerial": 1')],
    ['a value, to no literal', edit('"boardSerial": ""', '"boardSerial": x')],
    ['the names', edit('    "boardSerial": "",\n', '')],
    ['the end of its values', edit('\n}\n', '\n} \n')],
  ])('says that a script was edited that has other than %s', (_what, text) => {
    expect(recipeOf(text, RECIPES)).toEqual({ kind: 'edited', recipe: smbios });
  });

  it('opens a script again in which only a value was edited', () => {
    const values: ParameterValues = { ...defaultValues(smbios.parameters), boardSerial: 'S-1' };
    expect(recipeOf(edit('"boardSerial": ""', '"boardSerial": "S-1"'), RECIPES)).toEqual({
      kind: 'recipe',
      recipe: smbios,
      values,
    });
  });

  it('opens a script again whose value is not allowed, so that the form says so', () => {
    const origin = recipeOf(edit('"boardSerial": ""', '"boardSerial": "a\\tb"'), RECIPES);
    expect(origin).toMatchObject({ kind: 'recipe', values: { boardSerial: 'a\tb' } });
  });

  it('does not take a script of another version for its own', () => {
    expect(recipeOf(edit(', version 1.', ', version 7.'), RECIPES)).toEqual({
      kind: 'otherVersion',
      recipe: smbios,
      version: 7,
    });
  });
});

describe('a script that has nothing to change', () => {
  const nothing = recipeScript(smbios, { ...defaultValues(smbios.parameters), boardManufacturer: '' });
  const start = (input: string, env: NodeJS.ProcessEnv = {}): ReturnType<typeof spawnSync> =>
    spawnSync('python3', ['-', '--vmi', '{}', '--domain', input], {
      input: nothing,
      env: { PATH: process.env.PATH, ...env },
    });

  it.each([
    ['the whole domain', DOMAIN],
    ['text that is no XML', 'hello <'],
    ['nothing', ''],
  ])('passes on %s byte by byte', (_what, input) => {
    const { status, stdout } = start(input);
    expect([status, stdout.toString()]).toEqual([0, input]);
  });

  it.each(['C', 'POSIX', 'C.UTF-8'])('does so in the locale %s', (locale) => {
    const input = DOMAIN.replace('Red Hat', 'Ünï 漢 😀');
    expect(start(input, { LC_ALL: locale }).stdout.toString()).toBe(input);
  });

  it('writes to standard error why', () => {
    expect(start('hello <').stderr.toString()).toMatch(/^The input is no XML and is passed on as it is: /);
  });

  it('keeps comments, prefixes and long empty elements when it does change something', () => {
    const script = recipeScript(smbios, defaultValues(smbios.parameters));
    const input = BARE_DOMAIN.replace(
      '</domain>',
      '<!-- note --><metadata><kubevirt xmlns="http://kubevirt.io"><uid></uid></kubevirt></metadata></domain>',
    );
    const [run] = runInPython([{ hookPoint: 'onDefineDomain', text: script, input }]);
    expect(run?.result.outputs[0]).toContain(
      '<!-- note --><metadata><kubevirt:kubevirt><kubevirt:uid></kubevirt:uid></kubevirt:kubevirt></metadata>',
    );
    expect(run?.result.outputs[0]).toContain('<smbios mode="sysinfo"></smbios>');
  });
});
