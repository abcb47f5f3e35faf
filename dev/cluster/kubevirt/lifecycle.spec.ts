import { afterEach, describe, expect, it } from 'vitest';
import { soon } from './testing/hookedVm';
import { configMap, sidecar, testCluster, virtualMachine, type TestCluster } from './testing/testCluster';

const guideScript = `#!/bin/sh
tempFile=\`mktemp --dry-run\`
echo $4 > $tempFile
sed -i "s|<baseBoard></baseBoard>|<baseBoard><entry name='manufacturer'>Radical Edward</entry></baseBoard>|" $tempFile
cat $tempFile
`;

let cluster: TestCluster | undefined;
const started = (...parameters: Parameters<typeof testCluster>): TestCluster => {
  cluster = testCluster(...parameters);
  return cluster;
};
afterEach(async () => {
  await cluster?.host.close();
  cluster = undefined;
});

const running = (name: string): Promise<void> =>
  soon(() => {
    expect(cluster?.vm(name)?.status?.printableStatus).toBe('Running');
  });

describe('a VM with the hook script of the guide', () => {
  it('runs with what the script made of its domain', async () => {
    const { create, exec, log, pod, vmi } = started();
    create(
      configMap('xmleditscript', { 'script.sh': guideScript }),
      virtualMachine('example-vm', sidecar('xmleditscript')),
    );
    await running('example-vm');

    const { code, stdout } = await exec('example-vm', 'virsh', 'dumpxml', '1');
    expect(code).toBe(0);
    expect(stdout).toContain(
      "    <baseBoard>\n      <entry name='manufacturer'>Radical Edward</entry>\n    </baseBoard>\n",
    );
    expect(await exec('example-vm', 'virsh', 'dumpxml', 'lab_example-vm')).toEqual({
      code,
      stdout,
      stderr: '',
    });
    expect(pod('example-vm')?.status?.containerStatuses?.map(({ name, ready }) => [name, ready])).toEqual([
      ['compute', true],
      ['hook-sidecar-0', true],
    ]);
    expect(log('example-vm', 'compute').match(/Domain XML generated\. Base64 dump/g)).toHaveLength(2);
    expect(vmi('example-vm')?.status?.phaseTransitionTimestamps?.map(({ phase }) => phase)).toEqual([
      'Pending',
      'Scheduling',
      'Scheduled',
      'Running',
    ]);
  });
});

describe('what users ask of a VM', () => {
  const request = async (name: string, subresource: string, body?: unknown): Promise<number> => {
    const handler = cluster?.host.findSubresource('subresources.kubevirt.io', 'virtualmachines', subresource);
    if (handler === undefined) {
      throw new Error(`${subresource} is not served`);
    }
    const user = { name: 'admin', groups: [] };
    const query = new URLSearchParams();
    const { code } = await handler({
      namespace: 'lab',
      name,
      subresource,
      method: 'PUT',
      body,
      query,
      user,
    });
    return code;
  };

  it('stops, starts and restarts it', async () => {
    const { create, vm, vmi } = started();
    create(virtualMachine('vm', undefined));
    await running('vm');
    const first = vmi('vm')?.metadata.uid;

    expect(await request('vm', 'restart')).toBe(202);
    await soon(() => {
      expect(vmi('vm')?.metadata.uid).not.toBe(first);
      expect(vm('vm')?.status?.printableStatus).toBe('Running');
    });

    expect(await request('vm', 'stop')).toBe(202);
    await soon(() => {
      expect(vm('vm')?.status?.printableStatus).toBe('Stopped');
    });
    expect(vmi('vm')).toBeUndefined();
    expect(cluster?.pod('vm')).toBeUndefined();

    expect(await request('vm', 'start')).toBe(202);
    await running('vm');
  });

  it.each<[string, string, string]>([
    ['Halted', 'stop', 'Operation cannot be fulfilled on virtualmachine.kubevirt.io "vm": VM is not running'],
    [
      'Halted',
      'restart',
      'Operation cannot be fulfilled on virtualmachine.kubevirt.io "vm": RunStategy Halted does not support manual restart requests',
    ],
    [
      'Manual',
      'restart',
      'Operation cannot be fulfilled on virtualmachine.kubevirt.io "vm": VM is not running: Halted',
    ],
    ['Manual', 'migrate', 'virtualmachineinstance.kubevirt.io "vm" not found'],
  ])('refuses what a VM that is %s cannot do: %s', async (runStrategy, subresource, message) => {
    started().create(virtualMachine('vm', undefined, { runStrategy }));
    await expect(async () => request('vm', subresource)).rejects.toThrow(message);
  });

  it('refuses to start one that runs', async () => {
    started().create(virtualMachine('vm', undefined));
    await running('vm');
    await expect(async () => request('vm', 'start')).rejects.toThrow(
      'Operation cannot be fulfilled on virtualmachine.kubevirt.io "vm": VM is already running',
    );
  });

  it('moves it to another pod without changing its domain', async () => {
    const { create, exec, pod, vmi } = started();
    create(
      configMap('xmleditscript', { 'script.sh': guideScript }),
      virtualMachine('vm', sidecar('xmleditscript')),
    );
    await running('vm');
    const before = await exec('vm', 'virsh', 'dumpxml', '1');
    const source = pod('vm')?.metadata.name;
    expect(await request('vm', 'migrate')).toBe(202);
    await soon(() => {
      expect(vmi('vm')?.status?.migrationState?.completed).toBe(true);
    });
    expect(pod('vm')?.metadata.name).not.toBe(source);
    expect(await exec('vm', 'virsh', 'dumpxml', '1')).toEqual(before);
    expect(cluster?.host.store.get('pods', 'lab', source ?? '')?.status).toMatchObject({
      phase: 'Succeeded',
    });
  });

  it('deletes it with all that belongs to it', async () => {
    const { create, vm, vmi, pod, host } = started();
    create(virtualMachine('vm', undefined));
    await running('vm');
    host.store.delete('virtualmachines', 'lab', 'vm');
    await soon(() => {
      expect([vm('vm'), vmi('vm'), pod('vm')]).toEqual([undefined, undefined, undefined]);
    });
  });
});

describe('exec in compute', () => {
  it.each<[string[], number, string, RegExp]>([
    [['virsh', 'dumpxml', 'nosuch'], 1, "error: failed to get domain 'nosuch'\n", /^\n$/],
    [['virsh', '-c', 'qemu:///session', 'domstate', 'lab_vm'], 0, '', /^running\n\n$/],
    [['virsh', 'list', '--name'], 0, '', /^lab_vm\n\n$/],
    [['virsh', 'dumpxml', '--inactive', '--domain', 'lab_vm'], 0, '', /^<domain type='kvm'>\n/],
    [['virsh', 'frobnicate'], 1, "error: unknown command: 'frobnicate'\n", /^$/],
  ])('%j', async (command, code, stderr, stdout) => {
    const { create, exec } = started();
    create(virtualMachine('vm', undefined));
    await running('vm');
    const result = await exec('vm', ...command);
    expect(result).toMatchObject({ code, stderr });
    expect(result.stdout).toMatch(stdout);
  });

  it.each([
    ['sh', 'exec: "sh": executable file not found in $PATH'],
    ['/bin/sh', 'exec: "/bin/sh": stat /bin/sh: no such file or directory'],
  ])('does not start %s, which is not there, and says so in the status', async (program, why) => {
    const { create, exec } = started();
    create(virtualMachine('vm', undefined));
    await running('vm');
    const error: unknown = await exec('vm', program).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 500, reason: 'InternalError', details: { causes: [{}] } });
    const message = error instanceof Error ? error.message : '';
    expect(message).toMatch(
      /^Internal error occurred: error executing command in container: failed to exec in container: failed to start exec "[0-9a-f]{64}": OCI runtime exec failed: /,
    );
    expect(message).toContain(`unable to start container process: ${why}: unknown`);
  });
});
