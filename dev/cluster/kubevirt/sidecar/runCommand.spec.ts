import { expect, it } from 'vitest';
import { HOOK, hookedVm, soon } from '../testing/hookedVm';

const { cluster, start, status } = hookedVm();

const script = '#!/bin/sh\nprintf %s "$4"\n';

const run = (...command: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  cluster().execIn('vm', 'hook-sidecar-0', command);

const running = async (): Promise<void> => {
  start(JSON.stringify([HOOK]), script);
  await soon(() => {
    expect(status()).toBe('Running');
  });
};

it('commands in a sidecar see its script and its environment', async () => {
  await running();
  expect(await run('cat', '/usr/bin/onDefineDomain')).toEqual({ code: 0, stdout: script, stderr: '' });
  expect((await run('env')).stdout).toContain('CONTAINER_NAME=hook-sidecar-0');
  const result = await run('sh', '-c', 'test -x /usr/bin/onDefineDomain && echo yes; echo no >&2; exit 3');
  expect(result).toEqual({ code: 3, stdout: 'yes\n', stderr: 'no\n' });
});

it('commands in a sidecar may call its script, and leave files to each other', async () => {
  await running();
  const called = await run('/usr/bin/onDefineDomain', '--vmi', '{}', '--domain', '<domain/>');
  expect(called).toEqual({ code: 0, stdout: '<domain/>', stderr: '' });
  await run('sh', '-c', 'echo left > "$TMPDIR/file"');
  expect((await run('sh', '-c', 'cat "$TMPDIR/file"')).stdout).toBe('left\n');
});

it.each([
  ['virsh', 'exec: "virsh": executable file not found in $PATH'],
  ['/bin/nope', 'exec: "/bin/nope": stat /bin/nope: no such file or directory'],
])('the program %s is missing in a sidecar', async (program, why) => {
  await running();
  await expect(run(program)).rejects.toThrow(
    `OCI runtime exec failed: exec failed: unable to start container process: ${why}: unknown`,
  );
});
