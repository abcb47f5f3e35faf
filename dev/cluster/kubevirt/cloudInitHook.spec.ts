import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StoredObject } from '../contract';
import { configMap, sidecar, testCluster, virtualMachine, type TestCluster } from './testing/testCluster';

let cluster: TestCluster;
afterEach(() => cluster.host.close());

const synchronized = (): { reason?: string; message?: string } | undefined =>
  cluster.vmi('vm')?.status?.conditions?.find(({ type }) => type === 'Synchronized');
const status = (): string | undefined => cluster.vm('vm')?.status?.printableStatus;
const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 4500, interval: 5 });
const sync = (reason: string): string => `server error. command SyncVMI failed: ${JSON.stringify(reason)}`;

const start = (
  annotation: string,
  script: string | undefined,
  more: { cloudInit?: boolean; runStrategy?: string } = {},
  objects: StoredObject[] = [],
): void => {
  cluster = testCluster();
  cluster.create(
    ...objects,
    ...(script === undefined ? [] : [configMap('hook', { 'script.sh': script })]),
    virtualMachine('vm', annotation, more),
  );
};

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
    expect(cluster.log('vm', 'hook-sidecar-0')).toContain('"msg":"--vmi --cloud-init"');
    expect(cluster.log('vm', 'hook-sidecar-1')).not.toContain('Executing preCloudInitIso');
  });

  it('is skipped with v1alpha1', async () => {
    start(JSON.stringify([cloudHook('hook', ['--version=v1alpha1'])]), '#!/bin/sh\nexit 1\n');
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(cluster.log('vm', 'hook-sidecar-0')).not.toContain('Executing');
  });

  it('crashes virt-launcher where there is no cloud-init volume', async () => {
    start(JSON.stringify([cloudHook('hook')]), echo, { cloudInit: false, runStrategy: 'Once' });
    await soon(() => {
      expect(cluster.pod('vm')?.status?.phase).toBe('Failed');
    });
    expect(cluster.log('vm', 'compute')).toContain('nil pointer dereference');
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
  expect((await cluster.exec('vm', 'virsh', 'dumpxml', '1')).stdout).toContain(
    "<entry name='manufacturer'>Acme</entry>",
  );
});
