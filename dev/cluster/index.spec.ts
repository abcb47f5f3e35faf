import { once } from 'node:events';
import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { machine, MACHINES_PATH, startTestApi } from './api/testing/testApi';
import { startCluster } from './index';

describe('a cluster', () => {
  it('rejects with the reason when its port is taken', async () => {
    const first = await startCluster({ port: 0, behaviours: [] });
    const port = Number(new URL(first.url).port);
    await expect(startCluster({ port, behaviours: [] })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`) as string,
    });
    await first.close();
  });

  it('names the object that it cannot start with', async () => {
    const lost = machine('lost', { metadata: { name: 'lost', namespace: 'nowhere' } });
    await expect(startTestApi([lost])).rejects.toThrow(
      'VirtualMachine nowhere/lost: namespaces "nowhere" not found',
    );
    await expect(startTestApi([{ ...lost, kind: 'Thing' }])).rejects.toThrow(
      'no resource of kubevirt.io/v1 Thing is served',
    );
  });

  it('closes what behaviours opened, also when it does not start', async () => {
    const closed: string[] = [];
    const objects = [machine('lost', { metadata: { name: 'lost', namespace: 'nowhere' } })];
    const start = startCluster({
      port: 0,
      objects,
      behaviours: [
        (host) => {
          host.onClose(() => void closed.push('closed'));
        },
      ],
    });
    await expect(start).rejects.toThrow('lost');
    expect(closed).toEqual(['closed']);
  });

  it('hands out resourceVersions that rise over restarts and stay exact numbers', async () => {
    const first = await startCluster({ port: 0, behaviours: [] });
    const before = Number(
      first.host.store.get('namespaces', undefined, 'kube-system')?.metadata.resourceVersion,
    );
    await first.close();
    const second = await startCluster({ port: 0, behaviours: [] });
    const after = Number(second.host.store.get('namespaces', undefined, 'default')?.metadata.resourceVersion);
    await second.close();
    expect(after).toBeGreaterThan(before);
    expect(Number.isSafeInteger(after)).toBe(true);
  });

  it('closes while clients still watch', async () => {
    const api = await startTestApi([machine('one')]);
    const overHttp = await api.open('GET', `${MACHINES_PATH}?watch=true`);
    overHttp.on('error', () => undefined);
    const socket = new WebSocket(`${api.cluster.url.replace('http', 'ws')}${MACHINES_PATH}?watch=true`, {
      headers: { authorization: `Bearer ${api.token('admin')}` },
      origin: api.cluster.url,
    });
    await once(socket, 'message');
    const ended = once(socket, 'close');
    await api.cluster.close();
    await ended;
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });

  it('writes its kubeconfig for its owner only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
    const cluster = await startCluster({
      port: 0,
      behaviours: [],
      writeKubeconfig: join(folder, 'kubeconfig'),
    });
    expect((await stat(cluster.kubeconfigPath ?? '')).mode & 0o777).toBe(0o600);
    await cluster.close();
    await rm(folder, { recursive: true });
  });

  it('writes its kubeconfig in place of a link, not through it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
    const [path, victim] = [join(folder, 'kubeconfig'), join(folder, 'victim')];
    await writeFile(victim, 'untouched');
    await symlink(victim, path);
    const cluster = await startCluster({ port: 0, behaviours: [], writeKubeconfig: path });
    expect(await readFile(victim, 'utf8')).toBe('untouched');
    expect((await lstat(path)).isFile()).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['kubeconfig', 'victim']);
    await cluster.close();
    await rm(folder, { recursive: true });
  });
});
