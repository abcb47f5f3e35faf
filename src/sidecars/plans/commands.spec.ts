import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  annotateHcoCommand,
  applyYamlCommand,
  createConfigMapCommand,
  createYamlCommand,
  dumpXmlCommand,
  dumpXmlWords,
  guestManufacturerCommand,
  patchCommand,
  restartCommand,
} from './commands';
import { escapePointer, pointer } from '../json/jsonPointer';
import { buildHookConfigMap } from '../scripts/configMapBuilder';
import { scriptTemplate } from '../scripts/templates';
import { shellCommand, shellQuote } from '../text/shellQuote';
import { configMapSidecar } from '../annotation/sidecar';
import { yamlForObject, yamlForSidecars } from '../json/yaml';

/** The words that a shell makes of a command line. */
const words = (command: string): string[] => {
  const script = `kubectl() { printf '%s\\0' "$@"; }\noc() { kubectl "$@"; }\nvirtctl() { kubectl "$@"; }\n${command}`;
  return spawnSync('sh', ['-s'], { input: script, encoding: 'utf8' }).stdout.split('\0').slice(0, -1);
};

describe('shellQuote', () => {
  it.each([
    ['', "''"],
    ['plain-word_1.2/3:4', 'plain-word_1.2/3:4'],
    ['two words', "'two words'"],
    ["it's", "'it'\\''s'"],
    ['$HOME', "'$HOME'"],
    ['~', "'~'"],
  ])('writes %j as %s', (word, quoted) => {
    expect(shellQuote(word)).toBe(quoted);
  });

  it('lets every word through a shell unchanged', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('a\'"\\$`*?~!#&;|<>(){}[] \n\té')) });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (all) => {
        expect(words(shellCommand('kubectl', ...all))).toEqual(all);
      }),
      { numRuns: 25 },
    );
  });
});

describe('JSON pointers', () => {
  it('escape what separates', () => {
    expect(escapePointer('a/b~c')).toBe('a~1b~0c');
    expect(pointer('a', 'b/c', 0, '~1')).toBe('/a/b~1c/0/~01');
  });
});

describe('commands', () => {
  const operations = [{ op: 'test', path: '/a', value: "it's" }] as const;

  it('patch', () => {
    const target = { resource: 'vm', name: 'web', namespace: 'team-a' };
    expect(words(patchCommand('kubectl', target, operations))).toEqual([
      'patch',
      'vm',
      'web',
      '-n',
      'team-a',
      '--type=json',
      '-p',
      '[{"op":"test","path":"/a","value":"it\'s"}]',
    ]);
    expect(patchCommand('oc', target, [])).toBe("oc patch vm web -n team-a --type=json -p '[]'");
  });

  it('annotate HCO', () => {
    const target = { name: 'kubevirt-hyperconverged', namespace: 'openshift-cnv' };
    expect(words(annotateHcoCommand('oc', target, operations))).toEqual([
      'annotate',
      '--overwrite',
      '-n',
      'openshift-cnv',
      'hyperconverged',
      'kubevirt-hyperconverged',
      'kubevirt.kubevirt.io/jsonpatch=[{"op":"test","path":"/a","value":"it\'s"}]',
    ]);
  });

  it('restart', () => {
    expect(restartCommand('web', 'team-a')).toBe('virtctl restart web -n team-a');
  });

  it('print the domain XML', () => {
    const target = { pod: 'virt-launcher-web-x', namespace: 'team-a', vmName: 'web' };
    expect(dumpXmlCommand('oc', target)).toBe(
      'oc exec virt-launcher-web-x -n team-a -c compute -- virsh dumpxml team-a_web',
    );
    expect(dumpXmlWords({ ...target, inactive: true })).toEqual([
      'virsh',
      'dumpxml',
      '--inactive',
      'team-a_web',
    ]);
    expect(guestManufacturerCommand).toContain('dmidecode');
  });

  it('create a ConfigMap from a file', () => {
    const target = { name: 's', namespace: 'a', key: 'script.sh', file: './my script.sh' };
    expect(words(createConfigMapCommand('kubectl', target))).toEqual([
      'create',
      'configmap',
      's',
      '-n',
      'a',
      '--from-file=script.sh=./my script.sh',
    ]);
  });

  it.each([
    [applyYamlCommand('kubectl', 'a: $HOME\n'), "kubectl apply -f - <<'YAML'\na: $HOME\nYAML"],
    [createYamlCommand('oc', 'a: b'), "oc create -f - <<'YAML'\na: b\nYAML"],
  ])('take a document from the command line', (command, expected) => {
    expect(command).toBe(expected);
  });
});

describe('YAML', () => {
  it('writes a script readably and exactly', () => {
    const { text } = scriptTemplate('sh', 'onDefineDomain');
    const object = buildHookConfigMap({
      name: 's',
      namespace: 'a',
      key: 'script.sh',
      text,
      hookPoint: 'onDefineDomain',
    });
    const yaml = yamlForObject(object);
    expect(parse(yaml)).toEqual(object);
    expect(yaml).toContain('  script.sh: |\n    #!/bin/sh\n');
  });

  it('shows where sidecars are attached', () => {
    const yaml = yamlForSidecars([configMapSidecar('s', 'k', 'onDefineDomain')]);
    expect(yaml.split('\n')).toEqual([
      'spec:',
      '  template:',
      '    metadata:',
      '      annotations:',
      expect.stringMatching(/^ {8}hooks\.kubevirt\.io\/hookSidecars: '\[\{"args": .*\]'$/) as string,
      '',
    ]);
  });
});
