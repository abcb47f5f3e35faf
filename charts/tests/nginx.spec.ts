import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { join, resolve } from 'node:path';
import { connect } from 'node:tls';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTool } from './findTool';
import type { RunningNginx } from './nginxServer';
import { startNginx, writeCertificate } from './nginxServer';
import { CHART } from './renderChart';

const nginx = findTool('nginx');
const openssl = findTool('openssl');

const HASH = '0123456789abcdef0123';
const LONG = `${'/* a script */'.repeat(200)}\n`;
const LOCALE = 'locales/en/plugin__kubevirt-sidecar-plugin.json';

const FILES = {
  'plugin-manifest.json': '{"name":"kubevirt-sidecar-plugin"}',
  [`plugin-entry.${HASH}.min.js`]: LONG,
  [`exposed-SidecarHooksPage-chunk-${HASH}.min.js`]: LONG,
  [`1027-chunk-${HASH}.min.js`]: 'small',
  [`${HASH}.wasm`]: 'wasm',
  'main-bundle.js': 'unhashed',
  'style.css': 'a{}',
  'icon.svg': '<svg/>',
  [LOCALE]: '{"Hook sidecars":"Hook sidecars"}',
};

const FOREVER = 'public, max-age=31536000, immutable';

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

describe.skipIf(nginx === undefined || openssl === undefined)('nginx with the chart’s configuration', () => {
  let server: RunningNginx;

  beforeAll(async () => {
    server = await startNginx({ nginx: nginx ?? '', openssl: openssl ?? '' }, FILES);
  });
  afterAll(async () => {
    await server.stop();
  });

  const ask = async (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((done, failed) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port: server.port,
          path,
          method,
          headers,
          rejectUnauthorized: false,
          agent: false,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
          });
        },
      );
      asking.on('error', failed);
      asking.end();
    });

  it.each([
    ['plugin-manifest.json', 'application/json', 'no-cache'],
    [LOCALE, 'application/json', 'no-cache'],
    [`plugin-entry.${HASH}.min.js`, 'text/javascript', FOREVER],
    [`exposed-SidecarHooksPage-chunk-${HASH}.min.js`, 'text/javascript', FOREVER],
    [`1027-chunk-${HASH}.min.js`, 'text/javascript', FOREVER],
    [`${HASH}.wasm`, 'application/wasm', FOREVER],
    ['main-bundle.js', 'text/javascript', 'no-cache'],
    ['style.css', 'text/css', 'no-cache'],
    ['icon.svg', 'image/svg+xml', 'no-cache'],
  ] as const)('serves %s as %s, %s', async (path, type, cache) => {
    const { status, headers, body } = await ask(`/${path}`);
    expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({
      status: 200,
      type,
      cache,
    });
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body.toString()).toBe(FILES[path]);
  });

  it.each([
    '/',
    '/locales/',
    '/locales/en',
    '/absent.js',
    '/../cert/tls.key',
    '/..%2fcert%2ftls.key',
    '/nginx.conf',
  ])('has no %s', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toMatch(/PRIVATE KEY|plugin-manifest|locales|nginx\/\d/);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'refuses %s',
    async (method) => {
      expect((await ask('/plugin-manifest.json', method)).status).toBe(405);
    },
  );

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await ask('/plugin-manifest.json', 'HEAD');
    expect({ status, length: headers['content-length'], body: body.length }).toEqual({
      status: 200,
      length: String(FILES['plugin-manifest.json'].length),
      body: 0,
    });
  });

  it.each([200, 404])('does not reveal its version (%i)', async (status) => {
    const { headers, ...answer } = await ask(status === 200 ? '/plugin-manifest.json' : '/absent');
    expect({ status: answer.status, server: headers.server }).toEqual({ status, server: 'nginx' });
  });

  it('is healthy', async () => {
    const { status, body, headers } = await ask('/healthz');
    expect({ status, body: body.toString(), type: headers['content-type'] }).toEqual({
      status: 200,
      body: 'ok\n',
      type: 'text/plain',
    });
  });

  it.each<Record<string, string>>([{}, { via: '1.1 console' }])(
    'compresses what is long, through a proxy too: %j',
    async (headers) => {
      const path = `/plugin-entry.${HASH}.min.js`;
      const long = await ask(path, 'GET', { ...headers, 'accept-encoding': 'gzip' });
      expect(long.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
      expect(gunzipSync(long.body).toString()).toBe(LONG);
      const short = await ask(`/1027-chunk-${HASH}.min.js`, 'GET', { 'accept-encoding': 'gzip' });
      expect(short.headers['content-encoding']).toBeUndefined();
    },
  );

  it('answers 304 if the client has the file', async () => {
    const { headers } = await ask('/plugin-manifest.json');
    expect((await ask('/plugin-manifest.json', 'GET', { 'if-none-match': headers.etag ?? '' })).status).toBe(
      304,
    );
  });

  it('refuses headers of 64 KiB', async () => {
    expect((await ask('/healthz', 'GET', { 'x-long': 'a'.repeat(65_536) })).status).toBe(400);
  });

  it('speaks HTTP/2', async () => {
    const session = connectHttp2(`https://127.0.0.1:${server.port}`, { rejectUnauthorized: false });
    const status = await new Promise((done, failed) => {
      session.on('error', failed);
      const stream = session.request({ ':path': '/healthz' });
      stream.on('response', (headers) => {
        done(headers[':status']);
      });
      stream.on('error', failed);
      stream.resume();
    });
    expect({ status, protocol: session.alpnProtocol }).toEqual({ status: 200, protocol: 'h2' });
    session.close();
  });

  const handshake = async (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): Promise<string | null> =>
    new Promise((done, failed) => {
      const socket = connect({
        host: '127.0.0.1',
        port: server.port,
        rejectUnauthorized: false,
        minVersion: version,
        maxVersion: version,
        // Otherwise the client itself would refuse TLS 1.1.
        ciphers: 'DEFAULT@SECLEVEL=0',
      });
      socket.once('secureConnect', () => {
        done(`${socket.getProtocol() ?? ''} ${String(socket.getPeerCertificate().subject.CN)}`);
        socket.destroy();
      });
      socket.once('error', (error: NodeJS.ErrnoException) => {
        failed(new Error(error.code));
      });
    });

  it('speaks TLS 1.2 and 1.3, not 1.1', async () => {
    expect(await handshake('TLSv1.3')).toBe('TLSv1.3 first');
    expect(await handshake('TLSv1.2')).toBe('TLSv1.2 first');
    await expect(handshake('TLSv1.1')).rejects.toThrow('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  });

  it('uses a renewed certificate without a restart', async () => {
    writeCertificate(openssl ?? '', server.certificates, 'second');
    expect(await handshake('TLSv1.3')).toBe('TLSv1.3 second');
    writeCertificate(openssl ?? '', server.certificates, 'first');
  });

  it('writes to its scratch folder only', () => {
    const scratch = ['client_body', 'fastcgi', 'nginx.pid', 'proxy', 'scgi', 'uwsgi'];
    expect(readdirSync(server.scratch).sort()).toEqual(scratch);
    expect(readdirSync(join(server.scratch, '..')).sort()).toEqual(['cert', 'nginx.conf', 'root', 'tmp']);
  });
});

describe('nginx.conf', () => {
  const text = readFileSync(join(CHART, 'files/nginx.conf'), 'utf8');

  it('names no path to write to but /tmp', () => {
    const written = [...text.matchAll(/^\s*(?:pid|\w+_temp_path|access_log|error_log) ([^\s;]+)/gm)].map(
      ([, path]) => path,
    );
    expect(written.length).toBeGreaterThan(6);
    expect(written.filter((path) => !/^(\/tmp\/|\/dev\/stdout$|stderr$|off$)/.test(path ?? ''))).toEqual([]);
  });

  const dist = resolve(import.meta.dirname, '../../dist');
  // Only a production build has hashes in its file names.
  const manifest = join(dist, 'plugin-manifest.json');
  const built = existsSync(manifest) && readFileSync(manifest, 'utf8').includes('.min.js');

  it.skipIf(!built)('recognizes the hashed names of the build', () => {
    const expressions = [...text.matchAll(/"~(.+)" "public/g)].map(([, source]) => new RegExp(source ?? ''));
    const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((name) => !expressions.some((expression) => expression.test(`/${name}`)))).toEqual(
      [],
    );
  });
});
