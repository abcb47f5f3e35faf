import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionTrouble } from './connectionTrouble';
import { ApiTimeout } from './askApi';
import { expiredCredential } from './expiry';
import { describeCluster } from './inspectCluster';
import { whyNoCertificates } from './testing/certificates';
import type { ForeignRig } from './testing/foreignRig';
import { startForeignRig } from './testing/foreignRig';

const skipped = whyNoCertificates();
if (skipped !== undefined) {
  console.warn(`skipped: ${skipped}`);
}

const jwt = (exp: number): string =>
  ['{}', JSON.stringify({ exp }), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');

describe('connection errors are explained', () => {
  it.each<[unknown, RegExp]>([
    [{ code: 'ECONNREFUSED' }, /^No API server listens at api:6443\. Is the cluster running\?$/],
    [{ errors: [{ code: 'ECONNREFUSED' }] }, /^No API server listens/],
    [{ code: 'ENOTFOUND' }, /cannot be resolved/],
    [{ code: 'EHOSTUNREACH' }, /cannot be reached \(EHOSTUNREACH\)/],
    [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, /certificate-authority/],
    [{ code: 'CERT_HAS_EXPIRED' }, /certificate of the API server at api:6443 has expired/],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, /tls-server-name/],
    [{ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }, /did not accept the client certificate/],
    [{ code: 'ERR_OSSL_PEM_NO_START_LINE' }, /cannot be used/],
    [new ApiTimeout(), /does not answer within 10 seconds/],
    [new Error('secret'), /^The API server at api:6443 does not answer\.$/],
  ])('%o', (error, sentence) => {
    expect(connectionTrouble(error, 'api:6443')).toMatch(sentence);
  });
});

describe('a token that has expired', () => {
  const now = new Date('2030-01-01T00:00:00Z');
  it.each([
    [jwt(now.getTime() / 1000 - 60), 'The token of user “jane” expired at 2029-12-31T23:59:00.000Z'],
    [jwt(now.getTime() / 1000 + 60), undefined],
    ['sha256~opaque', undefined],
    ['a.b.c', undefined],
  ])('%s is told', (token, sentence) => {
    expect(expiredCredential({ name: 'jane', token }, now)).toBe(sentence);
  });
});

it('describes the cluster', () => {
  const view = { cluster: 'c', context: 'x', user: 'jane', kubernetesVersion: 'v1.33.1', hasHco: false };
  expect(describeCluster({ ...view, actingAs: 'joe' }, 'api:6443').split('\n')).toEqual([
    'Cluster:     c (api:6443)',
    'Context:     x',
    'User:        jane, acting as joe',
    'Kubernetes:  v1.33.1',
    'KubeVirt:    KubeVirt is not installed',
    'HCO:         not installed',
  ]);
  expect(describeCluster({ ...view, kubeVirtVersion: 'v1.5.0', hasHco: true }, '')).toContain(
    'KubeVirt:    v1.5.0',
  );
});

describe.skipIf(skipped !== undefined)('a cluster that cannot be used is refused', () => {
  let rig: ForeignRig;
  beforeAll(async () => {
    rig = await startForeignRig();
    rig.foreign.tokens.add('static-token');
  });
  afterAll(async () => {
    await rig.close();
  });

  it.each<[string, () => Record<string, unknown>, RegExp]>([
    [
      'without credentials',
      () => ({}),
      /does not accept the credentials of user “jane” in context “work”\. Log in again/,
    ],
    ['with a wrong token', () => ({ token: 'wrong' }), /does not accept the credentials of user “jane”/],
    [
      'with a token that has expired',
      () => ({ token: jwt(1_000_000) }),
      /^The token of user “jane” expired at 1970-01-12T13:46:40\.000Z\. Log in/,
    ],
    [
      'with an OIDC token that has expired and cannot be renewed',
      () => ({
        'auth-provider': {
          name: 'oidc',
          config: { 'id-token': jwt(1_000_000), 'client-id': 'x', 'idp-issuer-url': 'https://127.0.0.1:1' },
        },
      }),
      /user “jane”.*[Ll]og in/,
    ],
    [
      'with a token file that is gone',
      () => ({ tokenFile: '/nowhere/token' }),
      /^The token file \/nowhere\/token cannot be read: ENOENT\.$/,
    ],
    [
      'with a certificate that is gone',
      () => ({ 'client-certificate': '/nowhere/x.crt', 'client-key': '/nowhere/x.key' }),
      /^The file \/nowhere\/x\.crt of user “jane” cannot be read \(ENOENT\)\.$/,
    ],
    [
      'with a certificate that is none',
      () => ({ 'client-certificate-data': 'c2VjcmV0', 'client-key-data': 'c2VjcmV0' }),
      /cannot be used \(ERR_OSSL/,
    ],
    [
      'with a plugin that is not installed',
      () => ({ exec: { command: 'no-such-login', apiVersion: 'client.authentication.k8s.io/v1' } }),
      /^The credential plugin “no-such-login” of user “jane” cannot be run \(ENOENT\)\. Is it installed\?$/,
    ],
    [
      'with a plugin that fails',
      () => ({
        exec: { command: process.execPath, args: ['-e', 'console.error("Run: login");process.exit(3)'] },
      }),
      /of user “jane” failed: Run: login$/,
    ],
    [
      'with a plugin that answers something else',
      () => ({ exec: { command: process.execPath, args: ['-e', 'console.log("secret")'] } }),
      /of user “jane” answered no credentials\.$/,
    ],
  ])('%s', async (_name, user, sentence) => {
    const opening = rig.open(rig.kubeconfig(user()));
    await expect(opening).rejects.toThrow(sentence);
    await expect(opening).rejects.not.toThrow(/secret/);
  });

  it.each<[string, () => Record<string, unknown>, RegExp]>([
    [
      'whose certificate nobody vouches for',
      () => ({ server: rig.foreign.url }),
      /signed by nobody whom the kubeconfig trusts/,
    ],
    [
      'whose certificate is for another name',
      () => ({
        'certificate-authority': rig.certificates.authority.certificate,
        'tls-server-name': 'other.example',
      }),
      /is for another name/,
    ],
    [
      'that does not run',
      () => ({ server: 'https://127.0.0.1:1' }),
      /^No API server listens at 127\.0\.0\.1:1\./,
    ],
  ])('%s', async (_name, cluster, sentence) => {
    await expect(rig.open(rig.kubeconfig({ token: 'static-token' }, cluster()))).rejects.toThrow(sentence);
  });

  it('if the user may not impersonate', async () => {
    const viewer = rig.cluster.personas.find(({ id }) => id === 'viewer')?.token ?? '';
    const path = rig.kubeconfig({ token: viewer }, { server: rig.cluster.url });
    await expect(rig.open(path, { as: 'admin' })).rejects.toThrow(
      /^User “jane” may not act as “admin”: users "admin" is forbidden/,
    );
  });

  it('that is not a Kubernetes API server', async () => {
    const server = createServer((_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const path = rig.kubeconfig({}, { server: `http://${host}` });
    await expect(rig.open(path)).rejects.toThrow(`What answers at ${host} is no Kubernetes API server.`);
    await new Promise((resolve) => server.close(resolve));
  });

  it('with a client certificate that has expired', () => {
    const path = join(rig.folder, 'expiring.crt');
    writeFileSync(path, readFileSync(rig.certificates.client.certificate));
    expect(expiredCredential({ name: 'jane', certFile: path }, new Date('2100-01-01'))).toMatch(
      /^The client certificate of user “jane” expired at 20/,
    );
    expect(expiredCredential({ name: 'jane', certFile: path })).toBeUndefined();
  });

  it('if its context names another cluster than at the start', async () => {
    const path = rig.kubeconfig({ token: 'static-token' });
    const { server } = await rig.open(path);
    writeFileSync(path, readFileSync(path, 'utf8').replace(rig.foreign.url, 'https://127.0.0.1:1'));
    rig.foreign.tokens.delete('static-token');
    const answer = await fetch(`http://127.0.0.1:${String(server.port)}/api/embedded/health`);
    expect(await answer.text()).toContain('now names another cluster');
    rig.foreign.tokens.add('static-token');
  });
});
