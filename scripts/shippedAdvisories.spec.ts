import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { askForAdvisories, shippedAdvisories } from './shippedAdvisories';

const ROOT = resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(resolve(ROOT, 'node_modules/yaml/package.json'), 'utf8')) as {
  version: string;
};
const yaml = { name: 'yaml', version };

/** In the format of npm's registry. */
const ADVISORY = {
  id: 1,
  url: 'https://github.com/advisories/GHSA-xxxx',
  title: 'Endless loop',
  severity: 'high',
  vulnerable_versions: '<99',
  cwe: ['CWE-835'],
  cvss: { score: 7.5, vectorString: null },
};

let registry: Server | undefined;
let asked: Record<string, string[]> = {};

/** A registry for `npm audit`: with an advisory for each of some packages, or without that endpoint. */
const serve = async (advised: readonly string[] | 'unsupported'): Promise<NodeJS.ProcessEnv> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (code: number, body: unknown): void => {
        response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      if (advised === 'unsupported') {
        answer(405, { error: 'Method Not Allowed' });
      } else if (request.method === 'POST' && request.url?.endsWith('/advisories/bulk') === true) {
        const body = Buffer.concat(chunks);
        const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        asked = JSON.parse(text.toString()) as typeof asked;
        answer(200, Object.fromEntries(advised.map((name) => [name, [ADVISORY]])));
      } else {
        const name = decodeURIComponent(request.url?.slice(1) ?? '');
        const versions = asked[name] ?? [];
        answer(200, {
          name,
          'dist-tags': { latest: versions[0] },
          versions: Object.fromEntries(versions.map((each) => [each, { name, version: each }])),
        });
      }
    });
  });
  registry = server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_fetch_retries: '0' };
};

afterEach(() => {
  registry?.close();
});

it('picks the advisories of shipped packages from those of all installed ones', async () => {
  const report = await askForAdvisories(await serve(['yaml', 'express']));
  expect(Object.keys(report.vulnerabilities)).toEqual(expect.arrayContaining(['yaml', 'express']));
  expect(shippedAdvisories(report, [yaml], ROOT)).toMatchObject([
    { package: `yaml@${version}`, title: 'Endless loop', severity: 'high', range: '<99', url: ADVISORY.url },
  ]);
});

it('asks for the versions in the lock file, and finds nothing if there are no advisories', async () => {
  const report = await askForAdvisories(await serve([]));
  expect(asked.yaml).toContain(version);
  expect(shippedAdvisories(report, [yaml], ROOT)).toEqual([]);
});

it('ignores another version that only a tool uses', () => {
  const { title, url, severity } = ADVISORY;
  const root = mkdtempSync(join(tmpdir(), 'advisories-'));
  const nodes = ['node_modules/tool/node_modules/yaml'];
  mkdirSync(join(root, ...nodes), { recursive: true });
  const installed = (installedVersion: string): void => {
    writeFileSync(join(root, ...nodes, 'package.json'), JSON.stringify({ version: installedVersion }));
  };
  const report = {
    vulnerabilities: {
      yaml: {
        severity,
        via: [{ title, url, severity, range: '<2' }, 'other'],
        nodes,
      },
    },
  };
  installed('1.0.0');
  expect(shippedAdvisories(report, [yaml], root)).toEqual([]);
  installed(version);
  expect(shippedAdvisories(report, [yaml], root)).toHaveLength(1);
});

it('fails when the registry does not answer, instead of reporting no advisories', async () => {
  await expect(askForAdvisories(await serve('unsupported'))).rejects.toThrow('could not be asked');
});
