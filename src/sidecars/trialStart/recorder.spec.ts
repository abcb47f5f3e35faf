import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HookPoint } from '../annotation/hookPoint';
import { recorder } from './recorder';
import { callsInLog, type RecordedCall } from './recorderLog';

/** A line of a real shim's log, in the frame of which a script's stderr comes. */
const [frame = ''] = readFileSync('../shared/data/hook-calls/hook-sidecar-recorder.log', 'utf8')
  .split('\n')
  .filter((line) => line.includes('"hook":"onDefineDomain"'));
const framed = (stderr: string): string =>
  stderr
    .split('\n')
    .map((line) => JSON.stringify({ ...(JSON.parse(frame) as object), msg: line }))
    .join('\n');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recorder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Run {
  stdout: string;
  stderr: string;
  status: number | null;
}

const run = (
  script: string,
  input: string,
  {
    shell = ['sh'],
    argument = '--domain',
    path,
  }: { shell?: string[]; argument?: string; path?: string } = {},
): Run => {
  const file = join(folder, 'onDefineDomain');
  writeFileSync(file, recorder(script, 'test'));
  const [program = '', ...words] = shell;
  return spawnSync(program, [...words, file, '--vmi', '{"kind":"VirtualMachineInstance"}', argument, input], {
    encoding: 'utf8',
    cwd: '/',
    env: { PATH: path ?? process.env.PATH, TMPDIR: folder, CONTAINER_NAME: 'hook-sidecar-0' },
  });
};

const only = async ({ stderr }: Run, hookPoint: HookPoint = 'onDefineDomain'): Promise<RecordedCall> => {
  const [call, ...others] = await callsInLog(framed(stderr), hookPoint);
  expect(others).toEqual([]);
  if (call === undefined) {
    throw new Error(`no record in ${stderr}`);
  }
  return call;
};

/** Some machines lack the last two. */
const SHELLS = [['sh'], ['bash'], ['dash'], ['busybox', 'sh']].filter(
  ([program = '']) => spawnSync(program, { input: '' }).error === undefined,
);

const XML = `<domain type="kvm">\n  <name>ä 'x' "y" $HOME \\n</name>\n</domain>`;

describe.each(SHELLS.map((shell) => [shell]))('the recorder in %j', (shell) => {
  it('does what the script does, and records it', async () => {
    const script = `#!/bin/sh\n# it's 'quoted' \\n\necho "$(basename "$0") $# $1 $3 $CONTAINER_NAME" >&2\nprintf '%s\\n' "$4"\nexit 3`;
    const done = run(script, XML, { shell });
    expect(done).toMatchObject({ stdout: `${XML}\n`, status: 3 });
    expect(await only(done)).toEqual({
      hookPoint: 'onDefineDomain',
      call: 1,
      input: XML,
      output: `${XML}\n`,
      stderr: 'onDefineDomain 4 --vmi --domain hook-sidecar-0\n',
      ending: { kind: 'exited', code: 3 },
      // Busybox has no clock that is precise enough.
      durationMs: shell[0] === 'busybox' ? undefined : (expect.any(Number) as number),
      isComplete: true,
      isRunning: false,
    });
  });
});

describe('the recorder', () => {
  it('counts the calls of one container', async () => {
    const script = '#!/bin/sh\nprintf %s "$4"\n';
    const log = [run(script, 'one'), run(script, 'two')].map(({ stderr }) => stderr).join('');
    expect((await callsInLog(log, 'onDefineDomain')).map(({ call, output }) => [call, output])).toEqual([
      [1, 'one'],
      [2, 'two'],
    ]);
  });

  it('records long texts in lines that no container runtime cuts', async () => {
    const long = Array.from({ length: 12_000 }, (_, index) => (index * 7919).toString(36)).join(' ');
    const done = run('#!/bin/sh\nprintf %s "$4"\nprintf %s "$4" >&2', long);
    const lines = framed(done.stderr).split('\n');
    expect(lines.length).toBeGreaterThan(20);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(8192);
    expect(await only(done)).toMatchObject({ input: long, output: long, stderr: long, isComplete: true });
  });

  it.each<[string, string, string]>([
    ['no shebang', 'echo hello\n', 'exec format error'],
    ['a byte order mark', '\uFEFF#!/bin/sh\necho hello\n', 'exec format error'],
    ['no text', '', 'exec format error'],
    ['CRLF', '#!/bin/sh\r\necho hello\r\n', 'no such file or directory'],
    ['no interpreter', '#!/usr/bin/no-such-thing\n', 'no such file or directory'],
    ['a folder as interpreter', '#!/usr\n', 'permission denied'],
  ])('tells that the kernel does not start a script with %s', async (_what, script, message) => {
    const done = run(script, XML);
    expect(done).toMatchObject({ status: 126, stdout: '' });
    expect(await only(done)).toMatchObject({
      input: XML,
      output: '',
      ending: { kind: 'notStarted', message },
      isComplete: true,
    });
  });

  it('records without gzip', async () => {
    const tools = join(folder, 'tools');
    const names = 'mkdir chmod base64 tr fold grep cksum date cat rm sleep sh'.split(' ');
    spawnSync('sh', [
      '-c',
      `mkdir "$0"; for name; do ln -s "$(command -v "$name")" "$0/$name"; done`,
      tools,
      ...names,
    ]);
    const done = run('#!/bin/sh\nprintf %s "$4"', XML, { path: tools });
    expect(done.stderr).toContain('input end plain ');
    expect(await only(done)).toMatchObject({ input: XML, output: XML, isComplete: true });
    // Cloud-init data is not recorded at all without python3, which hides the secrets in it.
    const hidden = run('#!/bin/sh\nprintf %s "$4"', '{"UserData":"s3cr3t-word"}', {
      path: tools,
      argument: '--cloud-init',
    });
    expect(hidden.stdout).toBe('{"UserData":"s3cr3t-word"}');
    expect((await callsInLog(hidden.stderr, 'preCloudInitIso')).at(-1)).toMatchObject({ isComplete: false });
    expect(hidden.stderr).not.toContain(Buffer.from('{"UserData":"s3').toString('base64'));
  });

  it('hides the secrets of cloud-init data, but not its structure', async () => {
    const user =
      '#cloud-config\nusers:\n  - name: admin\n    passwd: s3cr3t-word\nruncmd:\n  - echo s3cr3t-word\n';
    const input = JSON.stringify({
      DataSource: 'noCloud',
      NoCloudMetaData: { 'instance-id': 'i-1', 'public-keys': { '0': 'ssh-rsa s3cr3t-key' } },
      UserData: user,
      NetworkData: 'version: 2\ntoken: s3cr3t-token\n',
      VolumeName: 'seed',
    });
    const script = `#!/bin/sh\nset -x\nprintf '%s' "$4" | sed 's/admin/root/'\n`;
    const done = run(script, input, { argument: '--cloud-init' });
    expect(done.stdout).toContain('s3cr3t-word');
    const call = await only(done, 'preCloudInitIso');
    const before = JSON.parse(call.input) as { UserData: string; NoCloudMetaData: object };
    const after = JSON.parse(call.output) as { UserData: string };
    expect(call).toMatchObject({ isComplete: true, ending: { kind: 'exited', code: 0 } });
    expect(before).toMatchObject({
      DataSource: 'noCloud',
      VolumeName: 'seed',
      NoCloudMetaData: { 'instance-id': 'i-1' },
    });
    expect(before.UserData).toMatch(
      /^#cloud-config\nusers:\n {2}- name: <hidden \w{8}>\n {4}passwd: <hidden \w{8}>\nruncmd:\n {2}- <hidden \w{8}>\n$/,
    );
    const different = before.UserData.split('\n').filter(
      (line, index) => line !== after.UserData.split('\n')[index],
    );
    expect(different).toEqual([expect.stringMatching(/^ {2}- name: /)]);
    expect(JSON.stringify(call)).not.toMatch(/s3cr3t/);
    expect(done.stderr).not.toMatch(/s3cr3t/);
  });

  it('hides cloud-init data that a script has spoilt', async () => {
    const script = '#!/bin/sh\necho "oops: s3cr3t-word"\n';
    const call = await only(run(script, '{"UserData":"x"}', { argument: '--cloud-init' }), 'preCloudInitIso');
    expect(call).toMatchObject({
      output: expect.stringMatching(/^<hidden \w{8}>$/) as string,
      isComplete: false,
    });
    const nothing = run('#!/bin/sh\n', '{"UserData":"x"}', { argument: '--cloud-init' });
    expect((await callsInLog(nothing.stderr, 'preCloudInitIso')).at(-1)?.output).toBe('');
  });
});
