import { describe, expect, it } from 'vitest';
import { HOOK, hookedVm, print, soon } from './testing/hookedVm';
import { configMap, sidecar } from './testing/testCluster';

const { cluster, start, synchronized, status } = hookedVm();

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
    expect(cluster().pod('vm')).toBeUndefined();
  });

  it('appears once the ConfigMap is there', async () => {
    start(sidecar('hook'), undefined);
    await soon(() => {
      expect(synchronized()?.reason).toBe('FailedCreate');
    });
    cluster().create(configMap('hook', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' }));
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
      [HOOK, HOOK],
      'hook',
      /spec\.volumes\[9\]\.name: Duplicate value: "hook"$/,
    ],
    [
      'a ConfigMap with a dot',
      [{ ...HOOK, configMap: { ...HOOK.configMap, name: 'a.b' } }],
      'a.b',
      /spec\.volumes\[8\]\.name: Invalid value: "a\.b": must not contain dots/,
    ],
    [
      'a ConfigMap with a long name',
      [{ ...HOOK, configMap: { ...HOOK.configMap, name: long } }],
      long,
      /must be no more than 63 characters/,
    ],
    [
      'an unknown pull policy',
      [{ ...HOOK, imagePullPolicy: 'Sometimes' }],
      'hook',
      /imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"/,
    ],
    [
      'an empty hookPath',
      [{ ...HOOK, configMap: { ...HOOK.configMap, hookPath: '' } }],
      'hook',
      /mountPath: Required value/,
    ],
  ])('%s', async (_what, sidecars, name, text) => {
    start(JSON.stringify(sidecars), undefined, {}, [configMap(name, { 'script.sh': '#!/bin/sh\n' })]);
    await soon(() => {
      expect(cluster().events('FailedCreate')[0]?.message).toMatch(
        /^Error creating pod: Pod "virt-launcher-vm-[a-z0-9]{5}" is invalid: /,
      );
    });
    expect(cluster().events('FailedCreate')[0]?.message).toMatch(text);
    expect(synchronized()?.message).toMatch(/^failed to create virtual machine pod: Pod "virt-launcher-vm-/);
  });
});

describe('a sidecar that does nothing', () => {
  it.each<[string, unknown[]]>([
    ['a key that is not there', [{ ...HOOK, configMap: { ...HOOK.configMap, key: 'other.sh' } }]],
    ['a relative path', [{ ...HOOK, configMap: { ...HOOK.configMap, hookPath: 'onDefineDomain' } }]],
    ['a misspelt field', [{ args: HOOK.args, configmaps: HOOK.configMap }]],
  ])('because of %s', async (_what, sidecars) => {
    start(JSON.stringify(sidecars), print('<domain/>'));
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(cluster().log('vm', 'hook-sidecar-0')).toContain('Info: onDefineDomain has not been found');
  });

  it.each(['[]', 'null'])('because the list is %s', async (annotation) => {
    start(annotation, undefined);
    await soon(() => {
      expect(status()).toBe('Running');
    });
    expect(
      cluster()
        .pod('vm')
        ?.spec.containers.map(({ name }) => name),
    ).toEqual(['compute']);
  });
});

describe('a sidecar that does not start', () => {
  const messages = (): unknown =>
    cluster()
      .pod('vm')
      ?.status?.containerStatuses?.map(({ state }) => state?.terminated?.message);

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
    start(JSON.stringify([{ ...HOOK, args }]), '#!/bin/sh\n', { runStrategy: 'Once' });
    await soon(() => {
      expect(cluster().pod('vm')?.status?.phase).toBe('Failed');
    });
    const terminated = cluster()
      .pod('vm')
      ?.status?.containerStatuses?.map(({ name, state }) => [name, state?.terminated?.exitCode]);
    expect(terminated).toEqual([
      ['compute', 2],
      ['hook-sidecar-0', 1],
    ]);
    const log = cluster().log('vm', 'hook-sidecar-0');
    expect(log).toContain(JSON.stringify(reason));
    expect(messages()).toEqual([
      // The end of the log, of the size that the kubelet takes.
      Buffer.from(`${cluster().log('vm', 'compute')}\n`)
        .subarray(-2048)
        .toString(),
      `${log}\n`,
    ]);
    expect(cluster().log('vm', 'compute')).toContain(
      'panic: Failed to collect all expected sidecar hook sockets within given timeout',
    );
  });

  it('makes a VM that always runs crash again and again', async () => {
    start(JSON.stringify([{ ...HOOK, args: [] }]), '#!/bin/sh\n');
    await soon(() => {
      expect(status()).toBe('CrashLoopBackOff');
    });
    expect(cluster().vm('vm')?.status?.startFailure).toMatchObject({ consecutiveFailCount: 1 });
  });

  it('waits for an image that cannot be pulled', async () => {
    start(JSON.stringify([{ ...HOOK, image: 'registry.example/own:v1' }]), '#!/bin/sh\n');
    await soon(() => {
      expect(status()).toBe('ImagePullBackOff');
    });
    const pod = cluster().pod('vm');
    const waiting = pod?.status?.containerStatuses?.[1]?.state?.waiting;
    expect(waiting?.reason).toBe('ImagePullBackOff');
    expect(waiting?.message).toMatch(
      /^Back-off pulling image "registry\.example\/own:v1": ErrImagePull: failed to pull and unpack image "registry\.example\/own:v1": failed to resolve reference "registry\.example\/own:v1": failed to do request: Head "https:\/\/registry\.example\/v2\/own\/manifests\/v1": dial tcp: lookup registry\.example/,
    );
    expect(synchronized()?.message).toBe(waiting?.message);
    expect(cluster().events('BackOff')[0]?.message).toBe('Back-off pulling image "registry.example/own:v1"');
    expect(
      cluster()
        .events('Failed')
        .map(({ message }) => message),
    ).toContain('Error: ImagePullBackOff');
    expect(pod?.status?.conditions?.find(({ type }) => type === 'ContainersReady')?.message).toBe(
      'containers with unready status: [hook-sidecar-0]',
    );
  });

  it('reports a command that is not in the image', async () => {
    start(JSON.stringify([{ ...HOOK, command: ['/bin/nope'] }]), '#!/bin/sh\n');
    await soon(() => {
      expect(cluster().pod('vm')?.status?.phase).toBe('Running');
    });
    const { state, started } = cluster().pod('vm')?.status?.containerStatuses?.[1] ?? {};
    expect(state?.terminated).toMatchObject({
      exitCode: 128,
      reason: 'StartError',
      message: expect.stringMatching(
        /runc create failed: .* exec: "\/bin\/nope": stat \/bin\/nope: no such file or directory: unknown$/,
      ) as string,
    });
    expect(started).toBe(false);
    expect(cluster().events('Failed')[0]?.message).toBe(`Error: ${state?.terminated?.message ?? ''}`);
  });

  it('waits for a claim that is not there', async () => {
    start(JSON.stringify([{ args: HOOK.args, pvc: { name: 'hookpvc', volumePath: '/debug' } }]), undefined);
    await soon(() => {
      expect(status()).toBe('ErrorUnschedulable');
    });
    expect(cluster().events('FailedScheduling')[0]?.message).toContain(
      'persistentvolumeclaim "hookpvc" not found',
    );
  });
});

it('a pod that runs says where', async () => {
  start('[]', undefined);
  await soon(() => {
    expect(status()).toBe('Running');
  });
  const pod = cluster().pod('vm');
  const { podIP, hostIP } = pod?.status as { podIP: string; hostIP: string };
  expect(pod?.status).toMatchObject({
    podIPs: [{ ip: podIP }],
    hostIP: expect.stringMatching(/^10\./) as string,
    hostIPs: [{ ip: hostIP }],
    qosClass: 'Burstable',
  });
  expect(pod?.status?.containerStatuses?.[0]).toMatchObject({
    started: true,
    lastState: {},
    containerID: expect.stringMatching(/^containerd:\/\/[0-9a-f]{64}$/) as string,
  });
});

describe('a device without a user-defined alias', () => {
  it('crashes virt-launcher', async () => {
    start(
      sidecar('hook'),
      `#!/bin/sh\nprintf %s "$4" | sed 's|<devices>|<devices><interface type="server"><source address="0.0.0.0" port="1"/></interface>|'\n`,
      { runStrategy: 'Once' },
    );
    await soon(() => {
      expect(cluster().pod('vm')?.status?.phase).toBe('Failed');
    });
    const log = cluster().log('vm', 'compute');
    expect(log).toContain('panic: runtime error: invalid memory address or nil pointer dereference');
    // The last line is the monitor's, not the panic.
    expect(log.split('\n').at(-1)).toContain('"msg":"virt-launcher-monitor: Exiting..."');
  });
});
