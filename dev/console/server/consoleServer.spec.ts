import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from './testing/rawRequest';
import type { TestConsole } from './testing/testConsole';
import { startTestConsole } from './testing/testConsole';

describe('the console server', () => {
  let console_: TestConsole;
  let port: number;
  const get = async (path: string, headers: Record<string, string> = {}): ReturnType<typeof rawRequest> =>
    rawRequest(port, path, { headers });

  beforeAll(async () => {
    console_ = await startTestConsole();
    ({ port } = console_.server);
  });
  afterAll(async () => {
    await console_.close();
  });

  describe('answers only to its own host name', () => {
    it.each([
      ['another name', () => ({ host: 'evil.example' }), 421],
      ['its name with another port', () => ({ host: 'localhost:1' }), 421],
      ['its name without the port', () => ({ host: 'localhost' }), 421],
      ['a name that ends in its own', () => ({ host: `evil-localhost:${String(port)}` }), 421],
      ['another site', () => ({ origin: 'http://evil.example' }), 403],
      ['a page without origin', () => ({ origin: 'null' }), 403],
      ['its own name over TLS', () => ({ origin: `https://localhost:${String(port)}` }), 403],
      [
        'localhost',
        () => ({ host: `localhost:${String(port)}`, origin: `http://localhost:${String(port)}` }),
        200,
      ],
      ['127.0.0.1', () => ({ origin: `http://127.0.0.1:${String(port)}` }), 200],
    ])('%s', async (_name, headers, status) => {
      const answer = await get('/api/embedded/session', headers());
      expect(answer.status).toBe(status);
    });
  });

  describe('files', () => {
    it.each([
      '/api/plugins/kubevirt-sidecar-plugin/../secret.txt',
      '/api/plugins/kubevirt-sidecar-plugin/..%2fsecret.txt',
      '/api/plugins/kubevirt-sidecar-plugin/%2e%2e/secret.txt',
      '/static/..%5csecret.txt',
      '/static/%2e%2e%2f%2e%2e%2fetc/passwd',
      '/locales/resource.json?lng=..&ns=secret',
      '/locales/resource.json?lng=en&ns=..%2f..%2fsecret',
    ])('%s leads nowhere', async (path) => {
      const answer = await get(path);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain('root:');
      expect(answer.body).not.toBe('secret');
    });

    it('lets the browser cache files with a hash in their name, and revalidate all others', async () => {
      const hashed = await get('/api/plugins/kubevirt-sidecar-plugin/x-0123456789abcdef0123.js');
      expect(hashed.headers['content-type']).toMatch(/^text\/javascript/);
      expect(hashed.headers['cache-control']).toContain('immutable');
      const manifest = await get('/api/plugins/kubevirt-sidecar-plugin/plugin-manifest.json');
      expect(manifest.headers['content-type']).toMatch(/^application\/json/);
      expect(manifest.headers['cache-control']).toBe('no-cache');
    });

    it('serves texts by language and namespace', async () => {
      expect((await get('/locales/resource.json?lng=en&ns=plugin__x')).body).toBe('{"Key":"Text"}');
      expect((await get('/locales/resource.json?lng=de&ns=plugin__x')).status).toBe(404);
    });

    it('answers navigations with the document and nothing else', async () => {
      const page = await get('/k8s/ns/demo/pods', { accept: 'text/html' });
      expect(page.status).toBe(200);
      expect(page.headers['content-security-policy']).toContain("default-src 'self'");
      expect(page.headers['content-security-policy']).not.toContain('unsafe-eval');
      expect((await get('/static/gone.js', { accept: '*/*' })).status).toBe(404);
      expect((await get('/k8s/ns/demo/pods', { accept: 'application/json' })).status).toBe(404);
    });

    it('sends the document in the theme that was chosen', async () => {
      expect((await get('/', { accept: 'text/html', cookie: 'theme=dark' })).body).toContain(
        'pf-v6-theme-dark',
      );
      expect((await get('/', { accept: 'text/html' })).body).not.toContain('pf-v6-theme-dark');
    });
  });

  describe('the persona', () => {
    it('is the admin until another is chosen', async () => {
      const { body } = await get('/api/embedded/session');
      expect(JSON.parse(body)).toMatchObject({ persona: 'admin', flags: ['SOME_FLAG'] });
    });

    it('changes by a cookie that other sites do not send', async () => {
      const page = await get('/', { accept: 'text/html' });
      const token = /csrf-token=([^;]+)/.exec(page.headers['set-cookie']?.[0] ?? '')?.[1] ?? '';
      const answer = await rawRequest(port, '/api/embedded/persona', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrftoken': token, cookie: `csrf-token=${token}` },
        body: '{"persona":"viewer"}',
      });
      expect(answer.status).toBe(200);
      expect(answer.headers['set-cookie']?.[0]).toMatch(
        /^embedded-persona=viewer;.*HttpOnly; SameSite=Strict/,
      );
      const { body } = await get('/api/embedded/session', { cookie: 'embedded-persona=viewer' });
      expect(JSON.parse(body)).toMatchObject({ persona: 'viewer', user: { name: 'viewer-user' } });
    });
  });
});
