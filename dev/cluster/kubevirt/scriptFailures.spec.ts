import { describe, expect, it } from 'vitest';
import { HOOK, hookedVm, print, soon } from './testing/hookedVm';
import { configMap, sidecar, virtualMachine } from './testing/testCluster';

const { cluster, start, startCluster, synchronized, status } = hookedVm();
const sync = (reason: string): string => `server error. command SyncVMI failed: ${JSON.stringify(reason)}`;

describe('a script that fails makes the start fail', () => {
  it.each<[string, string, string]>([
    ['exits with 3', '#!/bin/sh\nexit 3\n', 'rpc error: code = Unknown desc = exit status 3'],
    ['prints nothing', '#!/bin/sh\n', 'EOF'],
    ['prints no XML', '#!/bin/sh\necho hello\n', 'EOF'],
    [
      'does not close the XML',
      "#!/bin/sh\nprintf '<domain>\\n<name>'\n",
      'XML syntax error on line 2: unexpected EOF',
    ],
    ['prints another root', print('<foo></foo>'), 'expected element type <domain> but have <foo>'],
    [
      'mixes up tags',
      print('<domain><a></b></domain>'),
      'XML syntax error on line 1: element <a> closed by </b>',
    ],
    [
      'prints text after the XML',
      print('<domain></domain>\ndone'),
      "LibvirtError(Code=35, Domain=20, Message='(domain_definition):2: Extra content at the end of the document\ndone\n^')",
    ],
    [
      'prints text before the XML',
      '#!/bin/sh\necho working\nprintf %s "$4"\n',
      "LibvirtError(Code=35, Domain=20, Message='(domain_definition):1: Start tag expected, '<' not found\nworking\n^')",
    ],
    [
      'drops the name',
      '#!/bin/sh\nprintf %s "$4" | sed "/<name>/d"\n',
      "LibvirtError(Code=21, Domain=20, Message='missing name information')",
    ],
    [
      'drops a target',
      '#!/bin/sh\nprintf %s "$4" | sed "/<target bus/d"\n',
      "LibvirtError(Code=20, Domain=20, Message='missing target information for device /var/run/kubevirt-ephemeral-disks/disk-data/root/disk.qcow2')",
    ],
    [
      'has no shebang',
      'echo "$4"\n',
      'rpc error: code = Unknown desc = fork/exec /usr/bin/onDefineDomain: exec format error',
    ],
    [
      'starts with a byte order mark',
      '\uFEFF#!/bin/sh\n',
      'rpc error: code = Unknown desc = fork/exec /usr/bin/onDefineDomain: exec format error',
    ],
    [
      'has CRLF line ends',
      '#!/bin/sh\r\nexit 0\r\n',
      'rpc error: code = Unknown desc = fork/exec /usr/bin/onDefineDomain: no such file or directory',
    ],
    [
      'names a missing interpreter',
      '#!/opt/none\n',
      'rpc error: code = Unknown desc = fork/exec /usr/bin/onDefineDomain: no such file or directory',
    ],
    [
      'asks env for a missing interpreter',
      '#!/usr/bin/env no-such-python\n',
      'rpc error: code = Unknown desc = exit status 127',
    ],
    ['kills itself', '#!/bin/sh\nkill -9 $$\n', 'rpc error: code = Unknown desc = signal: killed'],
    [
      'limits bandwidth',
      `#!/bin/sh\nprintf %s "$4" | sed 's|<rom enabled="no"></rom>|<bandwidth><inbound average="1"/></bandwidth>|'\n`,
      "LibvirtError(Code=84, Domain=0, Message='Operation not supported: Network bandwidth tuning is not available in session mode')",
    ],
  ])('%s', async (_what, script, reason) => {
    start(JSON.stringify([HOOK]), script);
    await soon(() => {
      expect(synchronized()).toMatchObject({
        reason: 'Synchronizing with the Domain failed.',
        message: sync(reason),
      });
    });
    expect(cluster().events('SyncFailed')).toMatchObject([{ type: 'Warning', message: sync(reason) }]);
    expect(cluster().vmi('vm')?.status?.phase).toBe('Scheduled');
    await soon(() => {
      expect(status()).toBe('Starting');
    });
  });

  it('runs longer than a call may take', async () => {
    startCluster({ hookCall: 80 }).create(
      configMap('hook', { 'script.sh': '#!/bin/sh\nsleep 30\n' }),
      virtualMachine('vm', sidecar('hook')),
    );
    await soon(() => {
      expect(synchronized()?.message).toBe(
        sync('rpc error: code = DeadlineExceeded desc = context deadline exceeded'),
      );
    });
  });

  it('takes longer than virt-handler waits, which then meets what virt-launcher made of it', async () => {
    startCluster({ syncDeadline: 100, syncRetry: 10 }).create(
      configMap('hook', { 'script.sh': '#!/bin/sh\nsleep 0.3\nprintf "%s" "$4"\n' }),
      virtualMachine('vm', sidecar('hook')),
    );
    await soon(() => {
      expect(synchronized()?.message).toBe(
        'unknown error encountered sending command SyncVMI: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
      );
    });
    await soon(() => {
      expect(cluster().vmi('vm')?.status?.phase).toBe('Running');
    });
  });

  it('cannot be started with an argument that is too long', async () => {
    const vm = virtualMachine('vm', sidecar('hook'));
    vm.metadata.annotations = {};
    const template = (vm.spec as { template: { metadata: { annotations: Record<string, string> } } })
      .template;
    template.metadata.annotations.padding = 'x'.repeat(131_072);
    startCluster().create(configMap('hook', { 'script.sh': '#!/bin/sh\n' }), vm);
    await soon(() => {
      expect(synchronized()?.message).toBe(
        sync('rpc error: code = Unknown desc = fork/exec /usr/bin/onDefineDomain: argument list too long'),
      );
    });
  });

  it('is tried again until it works', async () => {
    start(JSON.stringify([HOOK]), '#!/bin/sh\n[ -e tried ] || { touch tried; exit 1; }\nprintf %s "$4"\n');
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(cluster().events('SyncFailed')).toHaveLength(1);
    expect(synchronized()).toBeUndefined();
  });

  it('and has its stderr in the log of its container only', async () => {
    start(JSON.stringify([HOOK]), '#!/bin/sh\necho "no baseBoard" >&2\nexit 1\n');
    await soon(() => {
      expect(synchronized()?.message).toBe(sync('rpc error: code = Unknown desc = exit status 1'));
    });
    const line = cluster()
      .log('vm', 'hook-sidecar-0')
      .split('\n')
      .find((text) => text.includes('no baseBoard'));
    expect(JSON.parse(line ?? '')).toMatchObject({
      component: 'shim-sidecar',
      hook: 'onDefineDomain',
      level: 'info',
      msg: 'no baseBoard',
    });
    expect(cluster().log('vm', 'compute')).not.toContain('no baseBoard');
  });
});
