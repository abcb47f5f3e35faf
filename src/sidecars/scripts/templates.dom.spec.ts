import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { HOOK_POINTS, type HookPoint } from '../annotation/hookPoint';
import { SCRIPT_LANGUAGES, scriptTemplate, type ScriptLanguage } from './templates';

const hasPython = spawnSync('python3', ['--version']).status === 0;

interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the script as KubeVirt's shim does. */
const run = (language: ScriptLanguage, hookPoint: HookPoint, input: string): Run => {
  const flag = hookPoint === 'onDefineDomain' ? '--domain' : '--cloud-init';
  const interpreter = language === 'sh' ? ['-s', '--'] : ['-'];
  return spawnSync(language, [...interpreter, '--vmi', '{"a": "--domain *"}', flag, input], {
    input: scriptTemplate(language, hookPoint).text,
    encoding: 'utf8',
  });
};

const domain = (board: string): string =>
  `<domain type="kvm" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
  <name>two  spaces * $HOME \\n</name>
  <sysinfo type="smbios">
    ${board}
  </sysinfo>
  <qemu:commandline></qemu:commandline>
</domain>`;

const parsed = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml');
const cloudInit = (userData: string): string =>
  JSON.stringify({
    DataSource: 'noCloud',
    NoCloudMetaData: { 'instance-id': 'a' },
    UserData: userData,
    VolumeName: 'v',
  });

describe('scriptTemplate', () => {
  it.each(HOOK_POINTS.flatMap((point) => SCRIPT_LANGUAGES.map((language) => [language, point] as const)))(
    'gives a %s script for %s that a pod can start',
    (language, point) => {
      const { text, key } = scriptTemplate(language, point);
      expect(text).toMatch(language === 'sh' ? /^#!\/bin\/sh\n/ : /^#!\/usr\/bin\/env python3\n/);
      expect(text).not.toContain('\r');
      expect(key).toBe(language === 'sh' ? 'script.sh' : 'script.py');
    },
  );
});

describe.each(SCRIPT_LANGUAGES)('the %s script', (language) => {
  describe.skipIf(language === 'python3' && !hasPython)('run', () => {
    it('sets the manufacturer and nothing else', () => {
      const { status, stdout, stderr } = run(language, 'onDefineDomain', domain('<baseBoard></baseBoard>'));
      expect([status, stderr]).toEqual([0, '']);
      const document = parsed(stdout);
      const entry = document.querySelector('sysinfo > baseBoard > entry[name=manufacturer]');
      expect(entry?.textContent).toBe('Radical Edward');
      expect(document.querySelector('name')?.textContent).toBe('two  spaces * $HOME \\n');
      expect(stdout).toContain('<qemu:commandline');
    });

    it('changes nothing when it runs again', () => {
      const once = run(language, 'onDefineDomain', domain('<baseBoard></baseBoard>')).stdout.trimEnd();
      const again = run(language, 'onDefineDomain', once);
      expect([again.status, again.stdout.trimEnd(), again.stderr]).toEqual([0, once, '']);
    });

    it('lets a domain without a match through and says so', () => {
      const { status, stdout, stderr } = run(language, 'onDefineDomain', domain('<system></system>'));
      expect([status, stdout]).toEqual([0, `${domain('<system></system>')}\n`]);
      expect(stderr).toMatch(/left as it is/);
    });

    it('adds a line to the user data and changes nothing else', () => {
      const { status, stdout } = run(
        language,
        'preCloudInitIso',
        cloudInit('#cloud-config\npassword: "a\\b"\n'),
      );
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual(
        JSON.parse(cloudInit('#cloud-config\nfinal_message: Prepared by a hook sidecar\npassword: "a\\b"\n')),
      );
    });

    it.each(['#!/bin/sh\necho', '#cloud-config\nfinal_message: mine\n'])(
      'leaves the user data %j alone',
      (userData) => {
        const { status, stdout } = run(language, 'preCloudInitIso', cloudInit(userData));
        expect([status, stdout]).toEqual([0, `${cloudInit(userData)}\n`]);
      },
    );
  });
});
