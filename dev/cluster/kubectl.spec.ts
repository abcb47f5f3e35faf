import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredObject } from './contract';
import { machine, startTestApi } from './api/testing/testApi';
import type { TestApi } from './api/testing/testApi';
import { writeKubeconfig } from './api/kubeconfig';
import { whyNoKubectl } from './testing/whyNoKubectl';

const skipped = whyNoKubectl();

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

const pod: StoredObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'launcher',
    namespace: 'team-a',
    annotations: { 'kubectl.kubernetes.io/default-container': 'compute' },
  },
  spec: {
    nodeName: 'node',
    containers: [
      { name: 'compute', image: 'x' },
      { name: 'hook-sidecar-0', image: 'x' },
    ],
  },
  status: {
    phase: 'Running',
    containerStatuses: ['compute', 'hook-sidecar-0'].map((name) => ({
      name,
      ready: true,
      restartCount: 0,
      state: { running: {} },
    })),
  },
};

const configMap = (text: string): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'applied' }, data: { text } });

describe.skipIf(skipped !== undefined)('the real kubectl', () => {
  let api: TestApi;
  let folder: string;
  let kubeconfig: string;

  beforeAll(async () => {
    api = await startTestApi([machine('vm-one'), pod], (host) => {
      host.onExec(async ({ command, stdin, stdout, stderr }) => {
        for await (const chunk of stdin ?? []) {
          await stdout(chunk);
        }
        await stdout(`ran ${command.join(' ')}\n`);
        await stderr('to stderr\n');
        return command[0] === 'fail' ? 7 : 0;
      });
      host.onLog(() => ({
        lines: () => [{ time: new Date(), text: 'a line' }],
        subscribe: (listener, closed) => {
          listener({ time: new Date(), text: 'a later line' });
          closed();
          return () => undefined;
        },
      }));
    });
    folder = await mkdtemp(join(tmpdir(), 'kubectl-'));
    kubeconfig = join(folder, 'kubeconfig');
    await writeKubeconfig(kubeconfig, api.cluster.url, api.cluster.personas);
  });

  afterAll(async () => {
    await api.cluster.close();
    await rm(folder, { recursive: true });
  });

  const environment = (): NodeJS.ProcessEnv => ({
    PATH: process.env.PATH,
    HOME: folder,
    KUBECONFIG: kubeconfig,
  });

  const kubectl = async (args: readonly string[], input = ''): Promise<Outcome> =>
    new Promise((resolve) => {
      const child = execFile(
        'kubectl',
        ['-n', 'team-a', ...args],
        { env: environment() },
        (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        },
      );
      child.stdin?.end(input);
    });

  const output = async (...args: string[]): Promise<string> => {
    const { stdout, stderr, code } = await kubectl(args);
    expect(`${code} ${stderr}`.trim()).toBe('0');
    return stdout;
  };

  it('finds resources by their short names and prints their columns', async () => {
    expect(await output('api-resources', '--api-group=kubevirt.io')).toMatch(
      /virtualmachines +vm,vms +kubevirt.io\/v1 +true +VirtualMachine/,
    );
    expect(await output('get', 'vm', '-A', '--no-headers')).toMatch(/^team-a +vm-one +\d+s +Halted\n$/);
    expect(await output('get', 'pods', '-o', 'wide')).toMatch(
      /launcher +2\/2 +Running +0 +\d+s +<none> +node/,
    );
    expect(await output('get', 'vm', 'vm-one', '-o', 'jsonpath={.spec.runStrategy}')).toBe('Halted');
    expect(await output('get', 'vm', 'vm-one', '-o', 'yaml')).toContain('kind: VirtualMachine');
    expect(await output('describe', 'vm', 'vm-one')).toContain('Run Strategy:  Halted');
    expect(await output('describe', 'pod', 'launcher')).toContain('hook-sidecar-0:');
  });

  it('applies: creates, finds nothing to do, changes', async () => {
    const file = join(folder, 'configmap.json');
    const apply = async (text: string): Promise<string> => {
      await writeFile(file, configMap(text));
      return output('apply', '-f', file);
    };
    expect(await apply('one')).toBe('configmap/applied created\n');
    expect(await apply('one')).toBe('configmap/applied unchanged\n');
    expect(await apply('two')).toBe('configmap/applied configured\n');
    expect(await output('get', 'cm', 'applied', '-o', 'jsonpath={.data.text}')).toBe('two');
    expect(await output('apply', '--server-side', '--force-conflicts', '-f', file)).toBe(
      'configmap/applied serverside-applied\n',
    );
    expect(await output('delete', '-f', file)).toBe('configmap "applied" deleted\n');
  });

  it('applies the objects of a List', async () => {
    const file = join(folder, 'list.json');
    const items = [JSON.parse(configMap('one')) as unknown, machine('listed')];
    await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    for (const was of ['created', 'unchanged']) {
      expect(await output('apply', '-f', file)).toMatch(new RegExp(`^(\\S+ ${was}\n){2}$`));
    }
    await output('delete', '-f', file);
  });

  it('creates objects that it sends as protobuf', async () => {
    expect(await output('create', 'namespace', 'from-kubectl')).toBe('namespace/from-kubectl created\n');
    expect(await output('create', 'configmap', 'made', '--from-literal=a=b')).toBe(
      'configmap/made created\n',
    );
    expect(await output('create', 'secret', 'generic', 'hidden', '--from-literal=a=b')).toBe(
      'secret/hidden created\n',
    );
    expect(await output('get', 'secret', 'hidden', '-o', 'jsonpath={.data.a}')).toBe('Yg==');
    expect(await output('wait', '--for=jsonpath={.status.phase}=Active', 'ns/from-kubectl')).toBe(
      'namespace/from-kubectl condition met\n',
    );
  });

  it('patches in every way that the resource takes', async () => {
    const patch = (...args: string[]): Promise<Outcome> => kubectl(['patch', 'vm', 'vm-one', ...args]);
    expect((await patch('--type=json', '-p', '[{"op":"add","path":"/spec/a","value":1}]')).stdout).toContain(
      'patched',
    );
    expect((await patch('--type=merge', '-p', '{"spec":{"a":2}}')).stdout).toContain('patched');
    expect((await patch('--type=strategic', '-p', '{"spec":{"a":3}}')).stderr).toContain(
      'application/strategic-merge-patch+json is not supported by kubevirt.io/v1, Kind=VirtualMachine',
    );
    expect((await patch('--type=json', '-p', '[{"op":"test","path":"/spec/a","value":9}]')).stderr).toContain(
      'the server rejected our request due to an error in our request',
    );
    expect(await output('annotate', '--overwrite', 'vm', 'vm-one', 'note=x')).toContain('annotated');
    // This test spells JSON like Go; the commands that the plugin shows need not.
    expect(await output('annotate', '--overwrite', 'vm', 'vm-one', 'note=<&>')).toContain('annotated');
    const asRead = '[{"op":"test","path":"/metadata/annotations/note","value":"<&>"}]';
    expect((await patch('--type=json', '-p', asRead)).code).toBe(0);
    expect(await output('patch', 'pod', 'launcher', '-p', '{"metadata":{"labels":{"a":"b"}}}')).toContain(
      'patched',
    );
  });

  it('runs commands and passes their exit code on', async () => {
    expect(await kubectl(['exec', 'launcher', '--', 'virsh', 'list'])).toEqual({
      code: 0,
      stdout: 'ran virsh list\n',
      stderr: 'to stderr\n',
    });
    expect((await kubectl(['exec', '-i', 'launcher', '-c', 'compute', '--', 'cat'], 'input ')).stdout).toBe(
      'input ran cat\n',
    );
    expect(await kubectl(['exec', 'launcher', '-c', 'compute', '--', 'fail'])).toMatchObject({
      code: 7,
      stderr: expect.stringContaining('command terminated with exit code 7') as string,
    });
    expect((await kubectl(['exec', 'nopod', '--', 'x'])).stderr).toContain('pods "nopod" not found');
    expect((await kubectl(['--context=viewer', 'exec', 'launcher', '--', 'x'])).stderr).toMatch(
      /User "viewer" cannot (get|create) resource "pods\/exec" in API group "" in the namespace "team-a"/,
    );
  });

  it('reads and follows logs', async () => {
    expect(await output('logs', 'launcher', '-c', 'hook-sidecar-0')).toBe('a line\n');
    expect(await output('logs', '-f', 'launcher', '-c', 'hook-sidecar-0')).toBe('a line\na later line\n');
  });

  it('watches', async () => {
    const child = spawn('kubectl', ['-n', 'team-a', 'get', 'vm', '-w', '--no-headers'], {
      env: environment(),
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    await expect.poll(() => printed).toMatch(/^vm-one .*\n/);
    api.cluster.host.store.modify('virtualmachines', 'team-a', 'vm-one', (draft) => {
      draft.spec = { runStrategy: 'Always' };
    });
    await expect.poll(() => printed).toMatch(/^vm-one .*\nvm-one .*Always\n$/);
    child.kill();
    await once(child, 'close');
  });

  it('lists the rights of its user', async () => {
    expect(await output('auth', 'can-i', 'create', 'pods/exec')).toBe('yes\n');
    expect((await kubectl(['auth', 'can-i', 'create', 'pods/exec', '--as=viewer'])).stdout).toBe('no\n');
    expect((await kubectl(['--context=viewer', 'delete', 'vm', 'vm-one'])).stderr).toContain(
      'User "viewer" cannot delete resource "virtualmachines"',
    );
    expect(await output('--context=editor', 'auth', 'whoami')).toContain('editor');
  });
});
