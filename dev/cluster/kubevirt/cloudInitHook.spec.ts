import { describe, expect, it } from 'vitest';
import { hookedVm, soon } from './testing/hookedVm';
import { configMap, sidecar } from './testing/testCluster';

const { cluster, start, synchronized, status } = hookedVm();
const sync = (reason: string): string => `server error. command SyncVMI failed: ${JSON.stringify(reason)}`;

describe('preCloudInitIso', () => {
  const cloudHook = (script: string, args = ['--version', 'v1alpha3']): unknown => ({
    args,
    configMap: { name: script, key: 'script.sh', hookPath: '/usr/bin/preCloudInitIso' },
  });
  const echo = '#!/bin/sh\necho "$1 $3" >&2\nprintf %s "$4"\n';

  it.each<[string, string]>([
    ['prints nothing', '#!/bin/sh\n'],
    ['drops the metadata', '#!/bin/sh\necho \'{"UserData":"#cloud-config"}\'\n'],
  ])('that %s makes the start fail', async (_what, script) => {
    start(JSON.stringify([cloudHook('hook')]), script);
    await soon(() => {
      expect(synchronized()?.message).toBe(sync('PreCloudInitIso hook failed: unexpected end of JSON input'));
    });
  });

  it('runs in the first sidecar only', async () => {
    start(JSON.stringify([cloudHook('hook'), cloudHook('second')]), echo, {}, [
      configMap('second', { 'script.sh': echo }),
    ]);
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(cluster().log('vm', 'hook-sidecar-0')).toContain('"msg":"--vmi --cloud-init"');
    expect(cluster().log('vm', 'hook-sidecar-1')).not.toContain('Executing preCloudInitIso');
  });

  it('is skipped with v1alpha1', async () => {
    start(JSON.stringify([cloudHook('hook', ['--version=v1alpha1'])]), '#!/bin/sh\nexit 1\n');
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(cluster().log('vm', 'hook-sidecar-0')).not.toContain('Executing');
  });

  it('crashes virt-launcher where there is no cloud-init volume', async () => {
    start(JSON.stringify([cloudHook('hook')]), echo, { cloudInit: false, runStrategy: 'Once' });
    await soon(() => {
      expect(cluster().pod('vm')?.status?.phase).toBe('Failed');
    });
    expect(cluster().log('vm', 'compute')).toContain('nil pointer dereference');
  });
});

it('onDefineDomain runs with v1alpha1', async () => {
  start(
    sidecar('hook', { args: ['--version', 'v1alpha1'] }),
    `#!/bin/sh\nprintf %s "$4" | sed 's|Red Hat|Acme|'\n`,
  );
  await soon(() => {
    expect(status()).toBe('Running');
  });
  expect((await cluster().exec('vm', 'virsh', 'dumpxml', '1')).stdout).toContain(
    "<entry name='manufacturer'>Acme</entry>",
  );
});
