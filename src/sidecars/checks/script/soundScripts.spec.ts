import { describe, expect, it } from 'vitest';
import { checkScript, SCRIPT_CHECKS } from './runScriptChecks';
import { SOUND_SCRIPTS } from './soundScripts';

describe('sound scripts', () => {
  it.each(SOUND_SCRIPTS.map((script) => [script.name, script] as const))(
    '%s is left alone',
    (_name, script) => {
      const { hookPoint, text } = script;
      const source = {
        configMap: 'c',
        key: 'k',
        text,
        hookPoint,
        inDefaultImage: true,
        kubevirtVersion: 'v1.9.0',
      };
      expect(checkScript(source)).toEqual([]);
    },
  );

  it('are more than a dozen, in both languages and for both hook points', () => {
    expect(SOUND_SCRIPTS.length).toBeGreaterThan(12);
    expect(new Set(SOUND_SCRIPTS.map(({ hookPoint }) => hookPoint)).size).toBe(2);
  });

  it('has only its known mistake found in the script of the guide', () => {
    const text = [
      '#!/bin/sh',
      'tempFile=`mktemp --dry-run`',
      'echo $4 > $tempFile',
      `sed -i "s|<baseBoard></baseBoard>|<baseBoard><entry name='manufacturer'>Radical Edward</entry></baseBoard>|" $tempFile`,
      'cat $tempFile',
      '',
    ].join('\n');
    expect(
      checkScript({
        configMap: 'xmleditscript',
        key: 'script.sh',
        text,
        hookPoint: 'onDefineDomain',
        inDefaultImage: true,
      }),
    ).toMatchObject([
      { id: 'unquotedArgument', place: { line: 3, column: 6 }, fix: { text: text.replace('$4', '"$4"') } },
    ]);
  });

  it('has each check once', () => {
    expect(new Set(SCRIPT_CHECKS.map(({ id }) => id)).size).toBe(SCRIPT_CHECKS.length);
  });
});
