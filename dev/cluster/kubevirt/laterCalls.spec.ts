import { expect, it } from 'vitest';
import { HOOK, hookedVm, soon } from './testing/hookedVm';
import { configMap, sidecar, virtualMachine } from './testing/testCluster';
import { at, record } from './untyped';

const { cluster, start, startCluster, synchronized, status } = hookedVm();

/** Marks the domain in its first call, and fails in the second. */
const FAILS_LATER = `#!/bin/sh
if [ -e "$HOME/called" ]; then exit 5; fi
: > "$HOME/called"
printf %s "$4" | sed 's|<baseBoard>|&<entry name="version">first</entry>|'
`;

const syncFailed = (reason: string): string =>
  `server error. command SyncVMI failed: ${JSON.stringify(reason)}`;

const callsOf = (log: string): number => log.split('OnDefineDomain method has been called').length - 1;

it('when the second call fails, the first definition is started, which has interfaces that nobody made', async () => {
  start(JSON.stringify([HOOK]), FAILS_LATER);
  await soon(() => {
    // Events are listed by their names, which are random.
    const counts = new Map(
      cluster()
        .events('SyncFailed')
        .map(({ message, count }) => [message, count]),
    );
    expect([...counts.keys()].sort()).toEqual([
      syncFailed(
        "LibvirtError(Code=1, Domain=10, Message='internal error: target managed='no' but specified dev doesn't exist')",
      ),
      syncFailed('rpc error: code = Unknown desc = exit status 5'),
    ]);
    expect(Math.max(...[...counts.values()].map(Number))).toBeGreaterThan(1);
  });
  // The condition keeps the first message, and no hook is called again.
  expect(synchronized()?.message).toBe(syncFailed('rpc error: code = Unknown desc = exit status 5'));
  expect(callsOf(cluster().log('vm', 'hook-sidecar-0'))).toBe(2);
});

it('without such interfaces, the VM starts as the first call left it, although the hook failed', async () => {
  startCluster();
  const vm = virtualMachine('vm', sidecar('hook'));
  const spec = record(at(vm, 'spec', 'template', 'spec'));
  const names = ['a', 'b', 'c', 'd'];
  record(at(spec, 'domain', 'devices')).interfaces = names.map((name) => ({ name, masquerade: {} }));
  spec.networks = names.map((name) => ({ name, pod: {} }));
  record(at(spec, 'domain', 'memory')).guest = '4Gi';
  cluster().create(configMap('hook', { 'script.sh': FAILS_LATER }), vm);
  await soon(() => {
    expect(status()).toBe('Running');
  });
  expect(
    cluster()
      .events('SyncFailed')
      .map(({ message }) => message),
  ).toEqual([syncFailed('rpc error: code = Unknown desc = exit status 5')]);
  expect(callsOf(cluster().log('vm', 'hook-sidecar-0'))).toBe(2);
  expect((await cluster().exec('vm', 'virsh', 'dumpxml', 'lab_vm')).stdout).toContain(
    "<entry name='version'>first</entry>",
  );
});
