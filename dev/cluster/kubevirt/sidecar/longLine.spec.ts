import { expect, it } from 'vitest';
import { HOOK, hookedVm, soon } from '../testing/hookedVm';

const { cluster, start, status } = hookedVm();

const script = (bytes: number): string =>
  `#!/bin/sh\n{ echo before; head -c ${bytes} /dev/zero | tr '\\0' x; echo; echo after; } >&2\nprintf %s "$4"\n`;

const log = (): string => cluster().log('vm', 'hook-sidecar-0');

it('a longer line than the shim reads ends the log of a call, but not the call', async () => {
  start(JSON.stringify([HOOK]), script(600_000));
  await soon(() => {
    expect(status()).toBe('Running');
  });
  expect(log()).toContain('"msg":"before"');
  expect(log()).toContain(
    '"level":"error","msg":"failed to read hook logs","pos":"sidecar_shim.go:207","reason":"bufio.Scanner: token too long"',
  );
  expect(log()).not.toContain('after');
});

it('a script that writes on blocks until the end of its time', async () => {
  start(JSON.stringify([HOOK]), script(3_000_000), {}, [], { hookCall: 500 });
  await soon(() => {
    expect(cluster().events('SyncFailed')[0]?.message).toContain(
      'code = DeadlineExceeded desc = context deadline exceeded',
    );
  });
});
