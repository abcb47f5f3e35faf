import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rawRequest } from '../console/server/testing/rawRequest';
import { whyNoCertificates } from './testing/certificates';
import { startConnectProxy } from './testing/connectProxy';
import type { ForeignRig } from './testing/foreignRig';
import { startForeignRig } from './testing/foreignRig';

const skipped = whyNoCertificates();
if (skipped !== undefined) {
  console.warn(`skipped: ${skipped}`);
}

const base64 = (path: string): string => readFileSync(path).toString('base64');
const namespaces = '/api/kubernetes/api/v1/namespaces';

describe.skipIf(skipped !== undefined)('credentials of a kubeconfig', () => {
  let rig: ForeignRig;
  /** A credential plugin that prints these fields of `status` and counts its runs in a file. */
  const plugin = (name: string, status: Record<string, unknown>): { exec: unknown; runs: () => number } => {
    const [script, log, answer] = ['cjs', 'log', 'json'].map((ending) =>
      join(rig.folder, `${name}.${ending}`),
    );
    if (script === undefined || log === undefined || answer === undefined) {
      throw new Error('unreachable');
    }
    writeFileSync(log, '');
    writeFileSync(answer, JSON.stringify({ kind: 'ExecCredential', status }));
    writeFileSync(
      script,
      `const fs = require('node:fs');
      fs.appendFileSync(process.argv[2], JSON.parse(process.env.KUBERNETES_EXEC_INFO).kind + '\\n');
      process.stdout.write(fs.readFileSync(process.argv[3]));`,
    );
    return {
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: process.execPath,
        args: [script, log, answer],
        interactiveMode: 'Never',
      },
      runs: () => readFileSync(log, 'utf8').split('ExecCredential').length - 1,
    };
  };

  beforeAll(async () => {
    rig = await startForeignRig();
    rig.foreign.tokens.add('static-token');
  });
  afterAll(async () => {
    await rig.close();
  });

  const clientFiles = (): { certificate: string; key: string } => rig.certificates.client;
  const statusThrough = async (path: string): Promise<number> => {
    const { server } = await rig.open(path);
    return (await rawRequest(server.port, namespaces)).status;
  };

  it.each<[string, () => Record<string, unknown>]>([
    [
      'a client certificate in files',
      () => ({
        'client-certificate': basename(clientFiles().certificate),
        'client-key': clientFiles().key,
      }),
    ],
    [
      'a client certificate in the kubeconfig',
      () => ({
        'client-certificate-data': base64(clientFiles().certificate),
        'client-key-data': base64(clientFiles().key),
      }),
    ],
    ['a token', () => ({ token: 'static-token' })],
    [
      'a token file, with the newline of its editor',
      () => {
        writeFileSync(join(rig.folder, 'token'), 'static-token\n');
        return { tokenFile: 'token' };
      },
    ],
    [
      'a credential plugin that answers a token',
      () => ({
        exec: plugin('token-plugin', { token: 'static-token' }).exec,
      }),
    ],
    [
      'a credential plugin that answers a client certificate',
      () => ({
        exec: plugin('certificate-plugin', {
          clientCertificateData: readFileSync(clientFiles().certificate, 'utf8'),
          clientKeyData: readFileSync(clientFiles().key, 'utf8'),
        }).exec,
      }),
    ],
    [
      'the ID token of an OIDC provider',
      () => {
        const later = { exp: Math.floor(Date.now() / 1000) + 3600 };
        const token = ['{}', JSON.stringify(later), 'x']
          .map((part) => Buffer.from(part).toString('base64url'))
          .join('.');
        rig.foreign.tokens.add(token);
        return {
          'auth-provider': {
            name: 'oidc',
            config: { 'id-token': token, 'client-id': 'x', 'idp-issuer-url': 'https://idp.example' },
          },
        };
      },
    ],
    [
      'name and password',
      () => {
        rig.foreign.tokens.add(Buffer.from('jane:secret').toString('base64'));
        return { username: 'jane', password: 'secret' };
      },
    ],
  ])('by %s', async (_kind, user) => {
    expect(await statusThrough(rig.kubeconfig(user()))).toBe(200);
  });

  it('trust the authority in the kubeconfig, or skip verification if it says so', async () => {
    const authority = base64(rig.certificates.authority.certificate);
    const user = { token: 'static-token' };
    expect(await statusThrough(rig.kubeconfig(user, { 'certificate-authority-data': authority }))).toBe(200);
    expect(await statusThrough(rig.kubeconfig(user, { 'insecure-skip-tls-verify': true }))).toBe(200);
    const other = { 'certificate-authority-data': authority, 'tls-server-name': 'api.example' };
    expect(await statusThrough(rig.kubeconfig(user, other))).toBe(200);
  });

  it('use the proxy of the cluster', async () => {
    const proxy = await startConnectProxy();
    const path = rig.kubeconfig(
      { token: 'static-token' },
      { 'certificate-authority': rig.certificates.authority.certificate, 'proxy-url': proxy.url },
    );
    expect(await statusThrough(path)).toBe(200);
    expect(proxy.tunnels).toContain(`127.0.0.1:${String(rig.foreign.port)}`);
    await proxy.close();
  });

  it('are cached, so that the plugin does not run for each request', async () => {
    const counted = plugin('counted', { token: 'static-token' });
    const { server } = await rig.open(rig.kubeconfig({ exec: counted.exec }));
    await Promise.all(Array.from({ length: 10 }, () => rawRequest(server.port, namespaces)));
    expect(counted.runs()).toBe(1);
  });

  it.each(['token file', 'plugin', 'kubeconfig'])(
    'are renewed from the %s when they are refused',
    async (kind) => {
      rig.foreign.tokens.add('old-token');
      const tokenFile = join(rig.folder, 'rotated');
      writeFileSync(tokenFile, 'old-token');
      const rotated = plugin('rotated', { token: 'old-token' });
      const users: Record<string, Record<string, unknown>> = {
        'token file': { tokenFile },
        plugin: { exec: rotated.exec },
        kubeconfig: { token: 'old-token' },
      };
      const path = rig.kubeconfig(users[kind] ?? {});
      const { server } = await rig.open(path);
      expect((await rawRequest(server.port, namespaces)).status).toBe(200);

      rig.foreign.tokens.delete('old-token');
      rig.foreign.tokens.add('new-token');
      writeFileSync(tokenFile, 'new-token');
      plugin('rotated', { token: 'new-token' });
      writeFileSync(path, readFileSync(path, 'utf8').replace('old-token', 'new-token'));
      expect((await rawRequest(server.port, namespaces)).status).toBe(200);
      expect(rig.foreign.accepted.at(-1)?.authorization).toBe('Bearer new-token');
      rig.foreign.tokens.delete('new-token');
    },
  );

  it('never reach the browser or a log', async () => {
    const said = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    const { server } = await rig.open(rig.kubeconfig({ token: 'static-token' }));
    const paths = ['/api/embedded/session', '/api/embedded/health', '/api/kubernetes/version', '/'];
    for (const path of paths) {
      const { headers, body } = await rawRequest(server.port, path, { headers: { accept: 'text/html' } });
      expect(JSON.stringify(headers) + body).not.toContain('static-token');
    }
    for (const spy of said) {
      expect(spy).not.toHaveBeenCalled();
    }
  });
});
