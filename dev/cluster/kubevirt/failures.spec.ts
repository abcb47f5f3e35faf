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

const print = (xml: string): string => `#!/bin/sh\ncat <<'END'\n${xml}\nEND\n`;
const hook = {
  args: ['--version', 'v1alpha3'],
  configMap: { name: 'hook', key: 'script.sh', hookPath: '/usr/bin/onDefineDomain' },
};

const start = (
  annotation: string,
  script: string | undefined,
  more: { cloudInit?: boolean } = {},
  objects: StoredObject[] = [],
): void => {
  cluster = testCluster();
  cluster.create(
    ...objects,
    ...(script === undefined ? [] : [configMap('hook', { 'script.sh': script })]),
    virtualMachine('vm', annotation, more),
  );
};

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
      "LibvirtError(Code=35, Domain=20, Message='(domain_definition):2: Extra content at the end of the document')",
    ],
    [
      'prints text before the XML',
      '#!/bin/sh\necho working\nprintf %s "$4"\n',
      "LibvirtError(Code=35, Domain=20, Message='(domain_definition):1: Start tag expected, '<' not found')",
    ],
    [
      'drops the name',
      '#!/bin/sh\nprintf %s "$4" | sed "/<name>/d"\n',
      "LibvirtError(Code=21, Domain=20, Message='missing name information')",
    ],
    [
      'drops a target',
      '#!/bin/sh\nprintf %s "$4" | sed "/<target bus/d"\n',
      "LibvirtError(Code=20, Domain=20, Message='missing target information for device')",
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
    start(JSON.stringify([hook]), script);
    await soon(() => {
      expect(synchronized()).toMatchObject({
        reason: 'Synchronizing with the Domain failed.',
        message: sync(reason),
      });
    });
    expect(cluster.events('SyncFailed')).toMatchObject([{ type: 'Warning', message: sync(reason) }]);
    expect(cluster.vmi('vm')?.status?.phase).toBe('Scheduled');
    await soon(() => {
      expect(status()).toBe('Starting');
    });
  });

  it('runs longer than a call may take', async () => {
    cluster = testCluster({ hookCall: 80 });
    cluster.create(
      configMap('hook', { 'script.sh': '#!/bin/sh\nsleep 30\n' }),
      virtualMachine('vm', sidecar('hook')),
    );
    await soon(() => {
      expect(synchronized()?.message).toBe(
        sync('rpc error: code = DeadlineExceeded desc = context deadline exceeded'),
      );
    });
  });

  it('cannot be started with an argument that is too long', async () => {
    cluster = testCluster();
    const vm = virtualMachine('vm', sidecar('hook'));
    vm.metadata.annotations = {};
    const template = (vm.spec as { template: { metadata: { annotations: Record<string, string> } } })
      .template;
    template.metadata.annotations.padding = 'x'.repeat(131_072);
    cluster.create(configMap('hook', { 'script.sh': '#!/bin/sh\n' }), vm);
    await soon(() => {
      expect(synchronized()?.message).toBe(
        sync('rpc error: code = Unknown desc = fork/exec /usr/bin/onDefineDomain: argument list too long'),
      );
    });
  });

  it('is tried again until it works', async () => {
    start(JSON.stringify([hook]), '#!/bin/sh\n[ -e tried ] || { touch tried; exit 1; }\nprintf %s "$4"\n');
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(cluster.events('SyncFailed')).toHaveLength(1);
    expect(synchronized()).toBeUndefined();
  });

  it('and has its stderr in the log of its container only', async () => {
    start(JSON.stringify([hook]), '#!/bin/sh\necho "no baseBoard" >&2\nexit 1\n');
    await soon(() => {
      expect(synchronized()?.message).toBe(sync('rpc error: code = Unknown desc = exit status 1'));
    });
    const line = cluster
      .log('vm', 'hook-sidecar-0')
      .split('\n')
      .find((text) => text.includes('no baseBoard'));
    expect(JSON.parse(line ?? '')).toMatchObject({
      component: 'shim-sidecar',
      hook: 'onDefineDomain',
      level: 'info',
      msg: 'no baseBoard',
    });
    expect(cluster.log('vm', 'compute')).not.toContain('no baseBoard');
  });
});

describe('a pod that cannot be rendered', () => {
  it.each<[string, string, string]>([
    ['a missing ConfigMap', sidecar('nosuch'), 'configmaps "nosuch" not found'],
    ['JSON with a missing brace', '["image":"x"]', "invalid character ':' after array element"],
    ['an empty annotation', '', 'unexpected end of JSON input'],
    [
      'an object in place of the list',
      '{}',
      'json: cannot unmarshal object into Go value of type hooks.HookSidecarList',
    ],
  ])('%s', async (_what, annotation, reason) => {
    start(annotation, undefined);
    await soon(() => {
      expect(synchronized()).toMatchObject({
        reason: 'FailedCreate',
        message: `failed to render launch manifest: ${reason}`,
      });
    });
    expect(cluster.pod('vm')).toBeUndefined();
  });

  it('appears once the ConfigMap is there', async () => {
    start(sidecar('hook'), undefined);
    await soon(() => {
      expect(synchronized()?.reason).toBe('FailedCreate');
    });
    cluster.create(configMap('hook', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' }));
    await soon(() => {
      expect(status()).toBe('Running');
    });
  });
});

describe('a pod that the API server refuses', () => {
  const long = 'a'.repeat(64);
  it.each<[string, unknown[], string, RegExp]>([
    [
      'two hooks with one ConfigMap',
      [hook, hook],
      'hook',
      /spec\.volumes\[9\]\.name: Duplicate value: "hook"$/,
    ],
    [
      'a ConfigMap with a dot',
      [{ ...hook, configMap: { ...hook.configMap, name: 'a.b' } }],
      'a.b',
      /spec\.volumes\[8\]\.name: Invalid value: "a\.b": must not contain dots/,
    ],
    [
      'a ConfigMap with a long name',
      [{ ...hook, configMap: { ...hook.configMap, name: long } }],
      long,
      /must be no more than 63 characters/,
    ],
    [
      'an unknown pull policy',
      [{ ...hook, imagePullPolicy: 'Sometimes' }],
      'hook',
      /imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"/,
    ],
    [
      'an empty hookPath',
      [{ ...hook, configMap: { ...hook.configMap, hookPath: '' } }],
      'hook',
      /mountPath: Required value/,
    ],
  ])('%s', async (_what, sidecars, name, text) => {
    start(JSON.stringify(sidecars), undefined, {}, [configMap(name, { 'script.sh': '#!/bin/sh\n' })]);
    await soon(() => {
      expect(cluster.events('FailedCreate')[0]?.message).toMatch(
        /^Error creating pod: Pod "virt-launcher-vm-[a-z0-9]{5}" is invalid: /,
      );
    });
    expect(cluster.events('FailedCreate')[0]?.message).toMatch(text);
    expect(synchronized()?.message).toMatch(/^failed to create virtual machine pod: Pod "virt-launcher-vm-/);
  });
});

describe('a sidecar that does nothing', () => {
  it.each<[string, unknown[]]>([
    ['a key that is not there', [{ ...hook, configMap: { ...hook.configMap, key: 'other.sh' } }]],
    ['a relative path', [{ ...hook, configMap: { ...hook.configMap, hookPath: 'onDefineDomain' } }]],
    ['a misspelt field', [{ args: hook.args, configmaps: hook.configMap }]],
  ])('because of %s', async (_what, sidecars) => {
    start(JSON.stringify(sidecars), print('<domain/>'));
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(cluster.log('vm', 'hook-sidecar-0')).toContain('Info: onDefineDomain has not been found');
  });

  it.each(['[]', 'null'])('because the list is %s', async (annotation) => {
    start(annotation, undefined);
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(cluster.pod('vm')?.spec.containers.map(({ name }) => name)).toEqual(['compute']);
  });
});

describe('a sidecar that does not come up', () => {
  it.each<[string, string[], string]>([
    [
      'without a version',
      [],
      'Missing --version parameter. Supported options are [v1alpha1 v1alpha2 v1alpha3].',
    ],
    [
      'with an unknown version',
      ['--version', 'v2'],
      'Version v2 is not supported. Supported options are [v1alpha1 v1alpha2 v1alpha3].',
    ],
  ])('%s takes virt-launcher down after its wait', async (_what, args, reason) => {
    start(JSON.stringify([{ ...hook, args }]), '#!/bin/sh\n');
    await soon(() => {
      expect(cluster.pod('vm')?.status?.phase).toBe('Failed');
    });
    const terminated = cluster
      .pod('vm')
      ?.status?.containerStatuses?.map(({ name, state }) => [name, state?.terminated?.exitCode]);
    expect(terminated).toEqual([
      ['compute', 2],
      ['hook-sidecar-0', 1],
    ]);
    expect(cluster.log('vm', 'hook-sidecar-0')).toContain(JSON.stringify(reason));
    expect(cluster.log('vm', 'compute')).toContain(
      'panic: Failed to collect all expected sidecar hook sockets within given timeout',
    );
    await soon(() => {
      expect(status()).toBe('CrashLoopBackOff');
    });
  });

  it('waits for an image that cannot be pulled', async () => {
    start(JSON.stringify([{ ...hook, image: 'registry.example/own:v1' }]), '#!/bin/sh\n');
    await soon(() => {
      expect(status()).toBe('ImagePullBackOff');
    });
    expect(cluster.pod('vm')?.status?.containerStatuses?.[1]?.state?.waiting?.reason).toBe(
      'ImagePullBackOff',
    );
  });

  it('waits for a claim that is not there', async () => {
    start(JSON.stringify([{ args: hook.args, pvc: { name: 'hookpvc', volumePath: '/debug' } }]), undefined);
    await soon(() => {
      expect(status()).toBe('ErrorUnschedulable');
    });
    expect(cluster.events('FailedScheduling')[0]?.message).toContain(
      'persistentvolumeclaim "hookpvc" not found',
    );
  });
});

describe('a device without an alias of its own', () => {
  it('crashes virt-launcher', async () => {
    start(
      sidecar('hook'),
      `#!/bin/sh\nprintf %s "$4" | sed 's|<devices>|<devices><interface type="server"><source address="0.0.0.0" port="1"/></interface>|'\n`,
    );
    await soon(() => {
      expect(cluster.pod('vm')?.status?.phase).toBe('Failed');
    });
    expect(cluster.log('vm', 'compute')).toContain(
      'panic: runtime error: invalid memory address or nil pointer dereference',
    );
  });
});

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
    start(JSON.stringify([cloudHook('hook')]), echo, { cloudInit: false });
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
