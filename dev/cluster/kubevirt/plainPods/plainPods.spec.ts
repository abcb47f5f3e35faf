import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { soon } from '../testing/hookedVm';
import { apiCluster, type ApiCluster } from '../testing/apiCluster';
import { virtualMachine } from '../testing/testCluster';

const SHIM = 'quay.io/kubevirt/sidecar-shim:v1.9.0';

let api: ApiCluster;
beforeEach(async () => {
  api = await apiCluster();
});
afterEach(() => api.cluster.close());

const create = async (
  container: Record<string, unknown>,
  spec: Record<string, unknown> = {},
): Promise<unknown> => {
  const { code, body } = await api.request('POST', 'api/v1/pods', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'try' },
    spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: SHIM, ...container }], ...spec },
  });
  expect([code, body.message]).toEqual([201, undefined]);
  return body.spec;
};

const pod = async (): Promise<Pod> => (await api.request('GET', 'api/v1/pods/try')).body as unknown as Pod;

const condition = ({ status }: Pod, type: string): string | undefined =>
  status?.conditions?.find((item) => item.type === type)?.status;

const ready = (): Promise<void> =>
  soon(async () => {
    expect(condition(await pod(), 'Ready')).toBe('True');
  });

const ended = (phase: string): Promise<void> =>
  soon(async () => {
    expect((await pod()).status?.phase).toBe(phase);
  });

it('runs a pod with the sidecar image, and commands in it with the script and its input on stdin', async () => {
  await create(
    {
      command: ['sleep', '900'],
      env: [{ name: 'CONTAINER_NAME', value: 'hook-sidecar-0' }],
      resources: { requests: { cpu: '10m' } },
    },
    { activeDeadlineSeconds: 900 },
  );
  await ready();
  const { status, spec } = await pod();
  expect(spec).toMatchObject({ nodeName: 'worker-0', serviceAccountName: 'default' });
  expect(status).toMatchObject({ phase: 'Running', qosClass: 'Burstable' });
  expect(status?.conditions?.map(({ type }) => type).sort()).toEqual([
    'ContainersReady',
    'Initialized',
    'PodReadyToStartContainers',
    'PodScheduled',
    'Ready',
  ]);
  const code = 'head -c "$1" > /tmp/x; cat /tmp/x; echo "$CONTAINER_NAME" >&2; exit 4';
  const result = await api.exec('try', 'main', ['sh', '-c', code, 'sh', '10'], ['12345', '67890', 'more']);
  expect(result).toMatchObject({ stdout: '1234567890', stderr: 'hook-sidecar-0\n' });
  expect(result.status).toMatchObject({ details: { causes: [{ reason: 'ExitCode', message: '4' }] } });
});

it('runs /bin/sh by bash and lets commands find python3', async () => {
  await create({ command: ['/bin/sh', '-c', 'sleep 900'] });
  await ready();
  expect((await api.exec('try', 'main', ['sh', '-c', 'echo "${BASH_VERSION:+bash}"'])).stdout).toBe('bash\n');
  expect((await api.exec('try', 'main', ['python3', '-c', 'print(1)'])).stdout).toBe('1\n');
  const missing = await api.exec('try', 'main', ['virsh', 'list']);
  expect(missing.status.message).toContain('exec: "virsh": executable file not found in $PATH: unknown');
});

it('lets a container with a read-only root write only into what is mounted', async () => {
  const securityContext = { readOnlyRootFilesystem: true };
  await create(
    { command: ['sleep', '900'], securityContext },
    {
      containers: [
        { name: 'main', image: SHIM, command: ['sleep', '900'], securityContext },
        {
          name: 'mounted',
          image: SHIM,
          command: ['sleep', '900'],
          securityContext,
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
        },
      ],
      volumes: [{ name: 'tmp', emptyDir: {} }],
    },
  );
  await ready();
  const write = ['sh', '-c', 'echo x > /tmp/file && cat /tmp/file'];
  expect((await api.exec('try', 'main', write)).stdout).toBe('');
  expect((await api.exec('try', 'mounted', write)).stdout).toBe('x\n');
});

it.each([
  ['exit 0', 'Succeeded', { exitCode: 0, reason: 'Completed' }],
  ['echo line; printf rest; exit 3', 'Failed', { exitCode: 3, reason: 'Error' }],
])('ends when its command ends: %s', async (command, phase, terminated) => {
  await create({ command: ['sh', '-c', command] });
  await ended(phase);
  expect((await pod()).status?.containerStatuses?.[0]?.state?.terminated).toMatchObject(terminated);
});

it('logs what its command prints', async () => {
  await create({ command: ['sh', '-c', 'echo one; echo two >&2; printf rest'] });
  await ended('Succeeded');
  const response = await fetch(`${api.cluster.url}/api/v1/namespaces/lab/pods/try/log`, {
    headers: { authorization: `Bearer ${api.cluster.personas[0]?.token ?? ''}` },
  });
  expect((await response.text()).split('\n').sort()).toEqual(['', 'one', 'rest', 'two']);
});

it('does not find a command that the image lacks', async () => {
  await create({ command: ['virsh'] });
  await ended('Failed');
  expect((await pod()).status?.containerStatuses?.[0]?.state?.terminated).toMatchObject({
    reason: 'StartError',
    exitCode: 128,
    message: expect.stringContaining('exec: "virsh": executable file not found in $PATH') as string,
  });
});

it("without a command, runs the image's own program, which needs a version", async () => {
  await create({});
  await ended('Failed');
  expect((await pod()).status?.containerStatuses?.[0]?.state?.terminated?.exitCode).toBe(1);
});

it('cannot pull another image', async () => {
  await create({ image: 'quay.io/x/tool:1', command: ['sleep', '9'] });
  await soon(async () => {
    expect((await pod()).status?.containerStatuses?.[0]?.state?.waiting?.reason).toBe('ImagePullBackOff');
  });
  expect((await pod()).status?.phase).toBe('Pending');
});

it('ends at its deadline', async () => {
  await create({ command: ['sleep', '900'] }, { activeDeadlineSeconds: 1 });
  await ended('Failed');
  expect((await pod()).status).toMatchObject({
    reason: 'DeadlineExceeded',
    message: 'Pod was active on the node longer than the specified deadline',
  });
});

it('kills its processes when it is deleted', async () => {
  await create({ command: ['sleep', '900'] });
  await ready();
  const running = api.exec('try', 'main', ['sh', '-c', ': > /tmp/up; sleep 900']);
  await soon(async () => {
    const { stdout } = await api.exec('try', 'main', ['ls', '/tmp']);
    expect(stdout).toContain('up\n');
  });
  expect((await api.request('DELETE', 'api/v1/pods/try')).code).toBe(200);
  expect((await running).status).toMatchObject({ details: { causes: [{ message: '137' }] } });
  expect((await api.request('GET', 'api/v1/pods/try')).code).toBe(404);
});

it('may be created by an editor, not by a viewer', async () => {
  const refused = await api.request('POST', 'api/v1/pods', {}, 'viewer');
  expect(refused).toMatchObject({
    code: 403,
    body: { message: expect.stringContaining('User "viewer" cannot create resource "pods"') as string },
  });
});

it("a quota refuses a VM's pod, and the instance says so until there is room", async () => {
  const { store } = api.cluster.host;
  store.create('resourcequotas', {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'few', namespace: 'lab' },
    spec: { hard: { 'requests.memory': '100Mi' } },
  });
  store.create('virtualmachines', virtualMachine('vm', undefined));
  const instance = (): VirtualMachineInstance =>
    store.get('virtualmachineinstances', 'lab', 'vm') as unknown as VirtualMachineInstance;
  await soon(() => {
    expect(instance().status?.conditions).toContainEqual(
      expect.objectContaining({
        type: 'Synchronized',
        reason: 'FailedCreate',
        message: expect.stringMatching(
          /^failed to create virtual machine pod: pods "virt-launcher-vm-\w+" is forbidden: exceeded quota: few, requested: requests.memory=.*, limited: requests.memory=100Mi$/,
        ) as string,
      }),
    );
  });
  store.delete('resourcequotas', 'lab', 'few');
  await soon(() => {
    expect(instance().status?.phase).toBe('Running');
  });
});
