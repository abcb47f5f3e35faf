import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { connectToCluster } from '../../testing/clusterTransport';
import { startKubeVirtCluster } from '../../testing/renderInConsole';
import { untilRunning } from '../../testing/untilRunning';
import { readVmInput } from './vmInput';

let cluster: RunningCluster;
beforeAll(async () => {
  const mark = '#!/bin/sh\nprintf %s "$4" | sed "s|<domain |<domain mark=\\"1\\" |"\n';
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'mark', mark),
    virtualMachine('team', 'plain', {}),
    virtualMachine('team', 'hooked', { sidecars: [onDefineDomain('mark')] }),
    virtualMachine('team', 'stopped', { runStrategy: 'Halted' }),
  ]);
  await untilRunning(cluster, 'team', 'plain');
  await untilRunning(cluster, 'team', 'hooked');
  connectToCluster(cluster, 'admin');
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await cluster.close();
});

const read = async (name: string): ReturnType<typeof readVmInput> =>
  readVmInput('team', name, new AbortController().signal);

it('finds the XML of the first call, which has the placeholders for interfaces', async () => {
  const found = await read('plain');
  expect(found).toMatchObject({ kind: 'found', isAfterHooks: false });
  const { input, vmi } = found.kind === 'found' ? found.input : { input: '', vmi: '' };
  expect(input).toContain('placeholder-');
  expect(input).not.toContain('<address');
  expect(JSON.parse(vmi)).toMatchObject({ metadata: { name: 'plain' }, status: { phase: 'Running' } });
  expect(JSON.parse(vmi)).not.toHaveProperty('kind');
});

it('says that hooks may have changed it', async () => {
  const found = await read('hooked');
  expect(found).toMatchObject({ kind: 'found', isAfterHooks: true });
  expect(found.kind === 'found' && found.input.input).toContain('mark="1"');
});

it('rejects for a VM that does not run', async () => {
  await expect(read('stopped')).rejects.toMatchObject({ code: 404 });
});

it('says that the XML is not in the log any more', async () => {
  const send = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) =>
    url.includes('/log?') ? new Response('{"msg":"after the rotation"}\n') : send(url, init),
  );
  expect(await read('plain')).toMatchObject({ kind: 'notInLog' });
});
