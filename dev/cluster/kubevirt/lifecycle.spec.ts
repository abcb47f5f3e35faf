import { afterEach, describe, expect, it, vi } from 'vitest';
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
  vi.waitFor(() => {
    expect(cluster?.vm(name)?.status?.printableStatus).toBe('Running');
  }, 5000);

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
    expect(log('example-vm', 'compute').match(/Domain XML generated\. Base64 dump/g)).toHaveLength(3);
    expect(vmi('example-vm')?.status?.phaseTransitionTimestamps?.map(({ phase }) => phase)).toEqual([
      'Pending',
      'Scheduling',
      'Scheduled',
      'Running',
    ]);
  });
});
