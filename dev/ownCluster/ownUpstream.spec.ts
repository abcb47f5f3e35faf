import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { rawRequest } from '../console/server/testing/rawRequest';
import { whyNoCertificates } from './testing/certificates';
import { startForeignCluster } from './testing/foreignCluster';
import type { ForeignRig } from './testing/foreignRig';
import { startForeignRig } from './testing/foreignRig';
import { KUBERNETES_VERSION } from '../cluster/kubernetesVersion';

const skipped = whyNoCertificates();
if (skipped !== undefined) {
  console.warn(`skipped: ${skipped}`);
}

const encoded = (name: string): string => Buffer.from(name).toString('base64').replaceAll('=', '_');

describe.skipIf(skipped !== undefined)('the console for a cluster of a kubeconfig', () => {
  let rig: ForeignRig;
  let byCertificate: string;

  beforeAll(async () => {
    rig = await startForeignRig();
    rig.foreign.tokens.add('static-token');
    const { certificate, key } = rig.certificates.client;
    byCertificate = rig.kubeconfig({ 'client-certificate': certificate, 'client-key': key });
  });
  afterAll(async () => {
    await rig.close();
  });

  it('sends the name of the cluster to the browser, and offers no personas', async () => {
    const { server } = await rig.open(byCertificate);
    const { body } = await rawRequest(server.port, '/api/embedded/session');
    expect(JSON.parse(body)).toEqual({
      user: { name: 'admin', groups: ['system:masters', 'system:authenticated'] },
      personas: [],
      apiServer: `127.0.0.1:${String(rig.foreign.port)}`,
      flags: [],
      ownCluster: {
        cluster: 'foreign',
        context: 'work',
        user: 'jane',
        kubernetesVersion: `v${KUBERNETES_VERSION}+embedded`,
        kubeVirtVersion: 'v1.4.0',
        hasHco: true,
      },
    });
  });

  it.each([
    ['another host', { host: 'evil.example' }, 421],
    ['another site', { origin: 'http://evil.example' }, 403],
  ])('refuses %s', async (_name, headers, status) => {
    const { server } = await rig.open(byCertificate);
    expect((await rawRequest(server.port, '/api/kubernetes/version', { headers })).status).toBe(status);
    const socket = new WebSocket(`ws://127.0.0.1:${String(server.port)}/api/kubernetes/x`, { headers });
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
    expect(response.statusCode).toBe(status);
  });

  it('accepts writes only with the token of its own pages', async () => {
    const { server } = await rig.open(byCertificate);
    const write = async (headers: Record<string, string>): Promise<number> =>
      (
        await rawRequest(server.port, '/api/kubernetes/api/v1/namespaces', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'made-here' } }),
        })
      ).status;
    expect(await write({})).toBe(403);
    const page = await rawRequest(server.port, '/', { headers: { accept: 'text/html' } });
    const token = /csrf-token=([^;]+)/.exec(page.headers['set-cookie']?.[0] ?? '')?.[1] ?? '';
    expect(await write({ 'x-csrftoken': token, cookie: `csrf-token=${token}` })).toBe(201);
  });

  it.each(['certificate', 'token'])('passes watches and exec on by %s', async (kind) => {
    const path = kind === 'token' ? rig.kubeconfig({ token: 'static-token' }) : byCertificate;
    const { server } = await rig.open(path);
    const socketTo = (apiPath: string, protocols: string[]): WebSocket =>
      new WebSocket(`ws://127.0.0.1:${String(server.port)}/api/kubernetes${apiPath}`, protocols);

    const watch = socketTo('/api/v1/namespaces?watch=true', []);
    const [event] = (await once(watch, 'message')) as [Buffer];
    expect(JSON.parse(event.toString())).toMatchObject({ type: 'ADDED', object: { kind: 'Namespace' } });
    watch.terminate();

    const exec = socketTo(
      '/api/v1/namespaces/default/pods/launcher/exec?container=compute&command=virsh&command=list&stdout=true',
      ['v4.channel.k8s.io', 'base64.channel.k8s.io'],
    );
    const messages: string[] = [];
    exec.on('message', (data: Buffer) => {
      const text = data.toString();
      messages.push(text.slice(0, 1) + Buffer.from(text.slice(1), 'base64').toString());
    });
    await once(exec, 'close');
    expect(exec.protocol).toBe('base64.channel.k8s.io');
    expect(messages).toContain('1ran virsh list\n');
    expect(messages.at(-1)).toContain('"status":"Success"');
  });

  it('forwards the browser’s impersonation', async () => {
    const { server } = await rig.open(byCertificate);
    await rawRequest(server.port, '/api/kubernetes/version', { headers: { 'impersonate-user': 'joe' } });
    expect(rig.foreign.accepted.at(-1)).toMatchObject({ 'impersonate-user': 'joe' });
    const socket = new WebSocket(
      `ws://127.0.0.1:${String(server.port)}/api/kubernetes/api/v1/pods?watch=true`,
      [`Impersonate-User.${encoded('joe')}`, 'base64.binary.k8s.io'],
    );
    socket.on('error', () => undefined);
    await once(socket, 'unexpected-response');
    expect(rig.foreign.accepted.at(-1)).toMatchObject({ 'impersonate-user': 'joe' });
  });

  it('impersonates only the user of the command line if there is one', async () => {
    const { server, inspected } = await rig.open(byCertificate, { as: 'joe', asGroups: ['devs'] });
    expect(inspected.user.name).toBe('joe');
    expect(inspected.view).toMatchObject({ user: 'jane', actingAs: 'joe' });
    await rawRequest(server.port, '/api/kubernetes/version', {
      headers: { 'impersonate-group': 'system:masters' },
    });
    expect(rig.foreign.accepted.at(-1)).toMatchObject({
      'impersonate-user': 'joe',
      'impersonate-group': 'devs',
    });
    const other = await rawRequest(server.port, '/api/kubernetes/version', {
      headers: { 'impersonate-user': 'admin' },
    });
    expect(other.status).toBe(403);
    expect(other.body).toContain('This console already acts as joe.');
  });

  it('says when the cluster is unreachable, and works again when it is back', async () => {
    const own = {
      certificates: rig.certificates,
      api: { url: rig.cluster.url, token: rig.cluster.personas[0]?.token ?? '' },
    };
    const first = await startForeignCluster(own);
    first.tokens.add('static-token');
    const authority = rig.certificates.authority.certificate;
    const path = rig.kubeconfig(
      { token: 'static-token' },
      { server: first.url, 'certificate-authority': authority },
    );
    const { server } = await rig.open(path);
    const health = async (): Promise<unknown> =>
      JSON.parse((await rawRequest(server.port, '/api/embedded/health')).body) as unknown;
    expect(await health()).toEqual({});
    await first.close();
    expect(await health()).toEqual({
      trouble: `No API server listens at 127.0.0.1:${String(first.port)}. Is the cluster running?`,
    });
    expect((await rawRequest(server.port, '/api/kubernetes/version')).status).toBe(502);
    const second = await startForeignCluster({ ...own, port: first.port });
    expect(await health()).toEqual({
      trouble:
        'The API server no longer accepts user “jane”. Log in again: the console takes the new credentials from the kubeconfig.',
    });
    second.tokens.add('static-token');
    expect(await health()).toEqual({});
    expect((await rawRequest(server.port, '/api/kubernetes/version')).status).toBe(200);
    await second.close();
  });
});
