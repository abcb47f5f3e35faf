import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSidecars } from '../../annotation/annotation';
import { configMap, script } from '../checkFixtures';
import { checkScript, scriptSources } from './runScriptChecks';
import { ALL_IDS, found, py, sh, source } from './scriptFixtures';

const PIECES = [
  '#!/bin/sh',
  '#!/usr/bin/env python',
  '\r\n',
  '\n',
  '\uFEFF',
  '$4',
  '"$4"',
  'echo',
  'sed',
  "'s|</a>|<b/></a>|'",
  '<<EOF',
  '(',
  ')',
  '{',
  '}',
  '"',
  "'",
  '`',
  '$(',
  '\\',
  'if',
  'fi',
  'case',
  'import lxml',
  'def f():',
  '\t',
  '  ',
  'print(',
  'f"{',
  '"""',
  '</x>',
  '&',
  ';',
  '|',
  '[[',
  ']]',
  '${',
  '\u0000',
];

describe('script checks', () => {
  it('never throw, and point into the text', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.constantFrom('', '#!/bin/sh\n', '#!/usr/bin/python3\n'), pieces, (start, rest) => {
        const text = start + rest.join('');
        const lines = text.split('\n');
        for (const { place } of checkScript(source(text))) {
          if (place.kind !== 'script') {
            throw new Error('a place outside of the script');
          }
          expect(place.line).toBeGreaterThan(0);
          expect(place.line).toBeLessThanOrEqual(lines.length);
          expect(place.column).toBeGreaterThan(0);
          expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a pipe without end', 'a|'],
    ['substitutions in one another', '$('],
    ['long lines', 'x'],
  ])('say that a script is too long: %s', (_name, piece) => {
    const text = sh(piece.repeat(900 * 1024));
    expect(checkScript(source(text))).toMatchObject([
      { id: 'scriptTooLong', severity: 'warning', params: { limit: 64 }, place: { line: 1, column: 1 } },
    ]);
    expect(found('scriptTooLong', sh(`# ${'x'.repeat(63 * 1024)}`))).toEqual([]);
  });

  it('say so when a parser gives up, never that there is no problem', () => {
    expect(checkScript(source(sh('a() '.repeat(15_000))))).toMatchObject([
      { id: 'scriptNotChecked', severity: 'warning' },
    ]);
  });

  it('name so many places of one kind and no more', () => {
    expect(found('unquotedArgument', sh('echo $4\n'.repeat(500)))).toHaveLength(50);
  });

  it('read scripts whose calls and substitutions stand in one another', () => {
    expect(found('scriptSyntax', py(`x = ${'f('.repeat(500)}1`))).toHaveLength(1);
    expect(found('scriptSyntax', py(`print(${'f('.repeat(500)}1${')'.repeat(501)}`))).toEqual([]);
    expect(found('unquotedArgument', sh(`${'$(echo '.repeat(5)}$4${')'.repeat(5)}`))).toHaveLength(1);
  });

  it.each([
    ['scriptCrlf', '#!/bin/sh\r\necho "$4"\r\n', '#!/bin/sh\necho "$4"\n'],
    ['scriptBom', `\uFEFF${sh('cat')}`, sh('cat')],
    ['shebangMissing', 'echo "$4"\n', '#!/bin/sh\necho "$4"\n'],
    ['shebangMissing', 'import sys\nprint(1)\n', '#!/usr/bin/env python3\nimport sys\nprint(1)\n'],
    ['shebangMissing', '\n \n#!/bin/bash\n', '#!/bin/bash\n'],
    ['interpreterMissing', '#!/usr/bin/env python\nprint(1)\n', py('print(1)')],
    ['envArguments', '#!/usr/bin/env bash -e\ncat\n', '#!/usr/bin/env -S bash -e\ncat\n'],
    ['unquotedArgument', sh('echo $4 > x'), sh('echo "$4" > x')],
    ['unquotedArgument', '\uFEFF#!/bin/sh\r\necho $*\r\n', '\uFEFF#!/bin/sh\r\necho "$@"\r\n'],
    ['echoOfInput', sh('echo "$4" | cat'), sh(`printf '%s\\n' "$4" | cat`)],
  ] as const)('mend %s in %j, and change nothing else', (id, before, after) => {
    const [fix] = found(id, before).flatMap((finding) => finding.fix ?? []);
    expect(fix).toEqual({ kind: 'script', configMap: 'c', key: 'k', before, text: after });
    expect(found(id, after)).toEqual([]);
  });

  it('make the check pass wherever they are offered', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, (rest) => {
        const before = `#!/bin/sh\necho $4\n${rest.join(' ')}`;
        for (const finding of checkScript(source(before))) {
          if (finding.fix?.kind === 'script') {
            const left = checkScript(source(finding.fix.text)).filter(({ id }) => id === finding.id);
            expect(left.length).toBeLessThan(
              checkScript(source(before)).filter(({ id }) => id === finding.id).length,
            );
          }
        }
      }),
    );
  });

  it('offer no fix where what is meant is not plain', () => {
    expect(found('shebangMissing', 'hello')[0]?.fix).toBeUndefined();
    expect(found('interpreterMissing', '#!/usr/bin/perl\n')[0]?.fix).toBeUndefined();
  });

  it('take the scripts of a VM, each once, with what runs them', () => {
    const parsed = parseSidecars(
      JSON.stringify([
        script(),
        script({ image: 'mine', command: ['x'] }, { name: 't' }),
        script({}, { key: 'none' }),
      ]),
    );
    const configMaps = new Map([configMap('s', { k: sh('cat') }), configMap('t', { k: '' })]);
    expect(scriptSources({ parsed, configMaps, kubevirtVersion: 'v1.6.0' })).toEqual([
      {
        configMap: 's',
        key: 'k',
        text: sh('cat'),
        hookPoint: 'onDefineDomain',
        inDefaultImage: true,
        kubevirtVersion: 'v1.6.0',
      },
      {
        configMap: 't',
        key: 'k',
        text: '',
        hookPoint: 'onDefineDomain',
        inDefaultImage: false,
        kubevirtVersion: 'v1.6.0',
      },
    ]);
    expect(scriptSources({ parsed })).toEqual([]);
    expect(scriptSources({ parsed: parseSidecars('[') })).toEqual([]);
  });

  it('put errors first', () => {
    const severities = checkScript(source(sh('echo $4\njq .'))).map(({ severity }) => severity);
    expect(severities).toEqual(['error', 'warning']);
    expect(ALL_IDS).toContain('commandMissing');
  });
});
