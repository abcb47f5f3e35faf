/** Hook scripts must not affect the machine on which the embedded cluster runs. */
import { spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bash } from './interpreter';
import type { ScriptResult } from './runScript';
import { MAX_OUTPUT_BYTES, runScript } from './runScript';
import { MAY_MOUNT } from '../testing/mayMount';
import { Sandbox, unprivileged } from './sandbox';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => {
  sandbox.remove();
});

const run = async (script: string, timeoutMs = 20_000): Promise<ScriptResult> => {
  const content = Buffer.from(`#!/bin/sh\n${script}\n`);
  return runScript({
    file: sandbox.install('script.sh', content),
    content,
    args: [],
    environment: { CONTAINER_NAME: 'hook-sidecar-0' },
    sandbox,
    timeoutMs,
    signal: new AbortController().signal,
  });
};

const printed = async (script: string): Promise<string> => {
  const result = await run(script);
  return result.kind === 'exited' ? result.stdout.toString() : result.kind;
};

if (!MAY_MOUNT) {
  console.log('skipped: users may not mount here, scripts see the files of their user');
}

describe.skipIf(bash === undefined)("a script for /bin/sh, which is bash in KubeVirt's image", () => {
  it('runs by bash as sh', async () => {
    expect(await printed('[[ a == a ]] && echo "$0 $BASH ${SHELLOPTS}"')).toMatch(
      new RegExp(`^${sandbox.root}/script\\.sh ${sandbox.root}/sh .*posix`),
    );
  });

  it('keeps the arguments of its first line', async () => {
    const content = Buffer.from('#!/bin/sh -e\nfalse\necho on\n');
    const result = await runScript({
      file: sandbox.install('script.sh', content),
      content,
      args: [],
      environment: {},
      sandbox,
      timeoutMs: 20_000,
      signal: new AbortController().signal,
    });
    expect(result).toMatchObject({ kind: 'exited', code: 1 });
  });
});

it.each([
  ['large files', 'while true; do i=$((i + 1)); head -c 30000000 /dev/zero >"$TMPDIR/$i"; done'],
  ['many files', 'while true; do i=$((i + 1)); : >"$TMPDIR/$i"; done'],
])('is ended when it has filled its part of the disk with %s', async (_what, script) => {
  expect(await run(script, 60_000)).toMatchObject({ kind: 'signalled', signal: 'SIGKILL' });
});

it('inherits no environment', async () => {
  process.env.SECRET_OF_THE_SERVER = 'x';
  const names = (await printed('env')).split('\n').map((line) => line.split('=')[0]);
  expect(names.filter((name) => !['', '_', 'OLDPWD', 'SHLVL'].includes(name ?? '')).sort()).toEqual([
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
  const said = await printed(
    'echo x > "$0" 2>/dev/null || echo refused; echo kept > "$HOME/x"; cat "$HOME/x"',
  );
  expect(said).toMatch(MAY_MOUNT || unprivileged !== undefined ? /^refused\nkept\n$/ : /kept\n$/);
});

it('is ended at its time, with all that it started', async () => {
  const result = await run('(sleep 3; touch mark) & sleep 60', 2000);
  expect(result.kind).toBe('timeout');
  expect(await printed('sleep 2; echo later')).toBe('later\n');
  expect(readdirSync(sandbox.workDir)).toEqual([]);
});

it('leaves nothing running behind its end', async () => {
  expect((await run('(sleep 1; touch mark) & touch begun; exit 0')).kind).toBe('exited');
  expect(await printed('sleep 1.5; echo later')).toBe('later\n');
  expect(readdirSync(sandbox.workDir)).toEqual(['begun']);
});

it('is ended when it prints too much, and its complaints are cut', async () => {
  expect(await run('yes')).toMatchObject({ kind: 'tooMuchOutput' });
  const result = await run('yes | head -c 5000000 >&2');
  expect(result.kind === 'exited' && result.stderr.length).toBeLessThan(MAX_OUTPUT_BYTES / 2);
});

// prlimit and unshare exist only on Linux.
it.runIf(process.platform === 'linux')(
  'gets no more memory and no larger files than its limits',
  async () => {
    expect(await printed('ulimit -v; ulimit -f; ulimit -c; ulimit -n')).toBe('2097152\n131072\n0\n256\n');
  },
);

it.runIf(process.platform === 'linux' && process.getuid?.() === 0)('gets no more processes', async () => {
  expect(await printed('bash -c "ulimit -u"')).toBe('512\n');
});

describe.runIf(MAY_MOUNT)('sees of the files', () => {
  it('those of the system, and none of its user or of everybody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'everybodys-'));
    chmodSync(folder, 0o777);
    writeFileSync(join(folder, 'file'), 'secret', { mode: 0o666 });
    expect(
      await printed(`cat ${folder}/file 2>/dev/null || echo hidden; touch ${folder}/x 2>/dev/null || echo refused
        ls -d /home /root /work /mnt 2>/dev/null; test -x /usr/bin/env && cat /etc/passwd | wc -l | grep -c .`),
    ).toBe('hidden\nrefused\n1\n');
    expect(readdirSync(folder)).toEqual(['file']);
    rmSync(folder, { recursive: true });
  });

  it('and changes none but its own', async () => {
    expect(
      await printed('for at in /usr /etc /dev/shm; do touch $at/x 2>/dev/null && echo $at; done; id -u'),
    ).toBe(`/dev/shm\n${String(process.getuid?.() === 0 ? 65534 : process.getuid?.())}\n`);
  });

  it('has the same /tmp in all its calls, which is not that of the machine', async () => {
    const name = `hook-${randomUUID()}`;
    expect(await printed(`touch /tmp/${name}; echo done`)).toBe('done\n');
    expect(await printed(`ls /tmp | grep -c ${name}`)).toBe('1\n');
    expect(readdirSync(tmpdir())).not.toContain(name);
  });

  it('reads nothing of the server that only its own user may', async () => {
    const own = `/proc/${String(process.pid)}`;
    expect(
      await printed(
        `ls ${own}/root 2>/dev/null || echo no root; cat ${own}/environ 2>/dev/null || echo no environ`,
      ),
    ).toBe('no root\nno environ\n');
  });

  it('leaves no processes behind when its container ends, not even in another session', async () => {
    const seconds = `400.${randomInt(100_000, 1_000_000)}`;
    await run(`setsid sleep ${seconds} >/dev/null 2>&1 &\nsleep 0.3`);
    const isSleeping = (): boolean =>
      spawnSync('pgrep', ['-f', `^sleep ${seconds.replace('.', '\\.')}`]).status === 0;
    expect(isSleeping()).toBe(true);
    sandbox.remove();
    await expect.poll(isSleeping).toBe(false);
  });

  it('has the rights of none of its namespaces', async () => {
    expect(
      await printed("grep -E 'Cap(Inh|Prm|Eff|Amb)|NoNewPrivs' /proc/self/status | cut -f 2 | sort -u"),
    ).toBe('0000000000000000\n1\n');
    expect(
      await printed('mount -t tmpfs x /tmp 2>/dev/null || umount /tmp 2>/dev/null || echo refused'),
    ).toBe('refused\n');
  });

  it('has what shells and Python need', async () => {
    expect(
      await printed("bash -c 'cat <(echo one)'; mktemp -u | grep -c /work/; echo two | cat /dev/stdin"),
    ).toBe('one\n1\ntwo\n');
  });

  it('gets the signal that it dies of, and its arguments, as they are', async () => {
    expect(await run('kill -TERM $$')).toMatchObject({ kind: 'signalled', signal: 'SIGTERM' });
    expect(await run('exit 137')).toMatchObject({ kind: 'exited', code: 137 });
  });
});

// Not every kernel allows users to create network namespaces.
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
