import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNoKubectl } from '../testing/whyNoKubectl';
import { apiCluster, type ApiCluster } from './testing/apiCluster';
import { kubectlFor, type Kubectl } from './testing/kubectl';

const SHIM = 'quay.io/kubevirt/sidecar-shim:v1.9.0';

const instance = (name: string): string =>
  JSON.stringify({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: { name },
    spec: {
      startStrategy: 'Paused',
      terminationGracePeriodSeconds: 0,
      domain: { memory: { guest: '64Mi' }, devices: {} },
    },
  });

describe.skipIf(whyNoKubectl() !== undefined)(
  'what a try and a trial start need, by the real kubectl',
  () => {
    let api: ApiCluster;
    let kubectl: Kubectl;

    beforeAll(async () => {
      api = await apiCluster();
      kubectl = await kubectlFor(api.cluster);
    });

    afterAll(async () => {
      await api.cluster.close();
      await kubectl.remove();
    });

    const output = (args: readonly string[], input?: string): Promise<string> => kubectl.output(args, input);

    const run = (name: string): string[] => [
      ...['run', name, `--image=${SHIM}`, '--restart=Never', '--command', '--', 'sh', '-c'],
      'echo up; sleep 900',
    ];

    it('runs a pod, and a script in it with its input on stdin', async () => {
      expect(await output(run('try'))).toBe('pod/try created\n');
      await output(['wait', '--for=condition=Ready', 'pod/try', '--timeout=20s']);
      const script = '#!/bin/sh\nwc -c\n';
      const code = 'head -c "$1" > /tmp/script; chmod 755 /tmp/script; exec /tmp/script';
      const input = 'x'.repeat(100_000);
      expect(
        (
          await output(
            ['exec', '-i', 'try', '--', 'sh', '-c', code, 'sh', String(script.length)],
            script + input,
          )
        ).trim(),
      ).toBe('100000');
      expect(await output(['logs', 'try'])).toBe('up\n');
      expect(await output(['get', 'pod', 'try', '--no-headers'])).toMatch(/^try +1\/1 +Running +0 /);
      expect(await output(['delete', 'pod', 'try'])).toContain('"try" deleted');
    });

    it('is refused by a quota', async () => {
      const quota = {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'none' },
        spec: { hard: { pods: '0' } },
      };
      await output(['--context=admin', 'create', '-f', '-'], JSON.stringify(quota));
      expect((await kubectl.run(run('second'))).stderr).toBe(
        'Error from server (Forbidden): pods "second" is forbidden: exceeded quota: none, requested: pods=1, used: pods=0, limited: pods=0\n',
      );
      await output(['--context=admin', 'delete', 'quota', 'none']);
    });

    it('starts a paused instance after a dry run', async () => {
      expect(await output(['create', '--dry-run=server', '-f', '-'], instance('copy'))).toBe(
        'virtualmachineinstance.kubevirt.io/copy created (server dry run)\n',
      );
      expect((await kubectl.run(['get', 'vmi', 'copy'])).stderr).toContain('not found');
      await output(['create', '-f', '-'], instance('copy'));
      await output(['wait', '--for=condition=Paused', 'vmi/copy', '--timeout=20s']);
      expect(await output(['get', 'vmi', 'copy', '-o', 'wide', '--no-headers'])).toMatch(
        /^copy .* Running .* False .* True\n$/,
      );
      const pod = (await output(['get', 'pods', '-o', 'name', '-l', 'vm.kubevirt.io/name=copy'])).trim();
      expect(await output(['exec', pod, '--', 'virsh', 'domstate', 'lab_copy'])).toBe('paused\n\n');
      await output(['delete', 'vmi', 'copy']);
      expect(await output(['get', 'pods', '-o', 'name'])).toBe('');
    });
  },
);
