/** What a hook script may not do to the machine on which the embedded cluster runs. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { ScriptResult } from './runScript';
import { maxOutputBytes, runScript } from './runScript';
import { Sandbox } from './sandbox';

let sandbox: Sandbox | undefined;
afterEach(() => {
  sandbox?.remove();
  sandbox = undefined;
});

const run = async (script: string, timeoutMs = 20_000): Promise<ScriptResult> => {
  sandbox = new Sandbox();
  const content = Buffer.from(`#!/bin/sh\n${script}\n`);
  return runScript({
    file: sandbox.install('script.sh', content),
    content,
    args: [],
    containerName: 'hook-sidecar-0',
    workDir: sandbox.workDir,
    timeoutMs,
    signal: new AbortController().signal,
  });
};

const printed = async (script: string): Promise<string> => {
  const result = await run(script);
  return result.kind === 'exited' ? result.stdout.toString() : result.kind;
};

it('inherits no environment', async () => {
  process.env.SECRET_OF_THE_SERVER = 'x';
  const names = (await printed('env')).split('\n').map((line) => line.split('=')[0]);
  expect(names.filter((name) => !['', '_', 'OLDPWD'].includes(name ?? '')).sort()).toEqual([
    'CONTAINER_NAME',
    'HOME',
    'PATH',
    'PWD',
    'TMPDIR',
  ]);
});

it.runIf(process.getuid?.() === 0)('runs as nobody where the server is root', async () => {
  expect(await printed('id -u; id -G; cat /etc/shadow 2>/dev/null | wc -l')).toBe('65534\n65534\n0\n');
});

it('cannot change its own script, only its work folder', async () => {
  expect(
    await printed('echo x > "$0" 2>/dev/null || echo refused; echo kept > "$HOME/x"; cat "$HOME/x"'),
  ).toBe(process.getuid?.() === 0 ? 'refused\nkept\n' : expect.stringMatching(/kept\n$/));
});

it('is ended at its time, with all that it started', async () => {
  const mark = `/tmp/hook-escape-${process.pid}`;
  const result = await run(`(sleep 1; touch ${mark}) & sleep 60`, 300);
  expect(result.kind).toBe('timeout');
  expect(await printed('sleep 1.5; echo later')).toBe('later\n');
  expect(existsSync(mark)).toBe(false);
});

it('leaves nothing running behind its end', async () => {
  const mark = `/tmp/hook-left-${process.pid}`;
  expect((await run(`(sleep 1; touch ${mark}) & exit 0`)).kind).toBe('exited');
  expect(await printed('sleep 1.5; echo later')).toBe('later\n');
  expect(existsSync(mark)).toBe(false);
});

it('is ended when it prints too much, and its complaints are cut', async () => {
  expect(await run('yes')).toMatchObject({ kind: 'tooMuchOutput' });
  const result = await run('head -c 5000000 /dev/zero >&2');
  expect(result.kind === 'exited' && result.stderr.length).toBeLessThan(maxOutputBytes / 2);
});

// prlimit and unshare are Linux's.
it.runIf(process.platform === 'linux')(
  'gets no more memory and no larger files than its limits',
  async () => {
    expect(await printed('ulimit -v; ulimit -f; ulimit -c; ulimit -n')).toBe('2097152\n131072\n0\n256\n');
  },
);

it.runIf(process.platform === 'linux' && process.getuid?.() === 0)('gets no more processes', async () => {
  expect(await printed('bash -c "ulimit -u"')).toBe('512\n');
});

// Not every kernel lets users make a network of their own.
const canHaveOwnNetwork = spawnSync('unshare', ['--user', '--net', '--', 'true']).status === 0;

it.runIf(canHaveOwnNetwork)('reaches no server, not even of this machine', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(
    await printed(`bash -c ': < /dev/tcp/127.0.0.1/${port}' 2>/dev/null && echo reached || echo refused`),
  ).toBe('refused\n');
  server.close();
});
