/** Two releases behind one address, as an upgrade has them for a while: which of them may answer a page? */
import { once } from 'node:events';
import { request } from 'node:https';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTool } from './findTool';
import type { RunningNginx } from './nginxServer';
import { startNginx } from './nginxServer';
import { renderChart } from './renderChart';
import type { Rendered } from './renderChart';

const helm = findTool('helm');
const nginx = findTool('nginx');
const openssl = findTool('openssl');
const isRunnable = helm !== undefined && nginx !== undefined && openssl !== undefined;

type Labels = Record<string, string>;

interface Pod {
  labels: Labels;
  port: number;
}

const MANIFEST = 'plugin-manifest.json';
const ENTRIES = ['plugin-entry.0000000000000001.min.js', 'plugin-entry.0000000000000002.min.js'];

const ofKind = (objects: readonly Rendered[], kind: string): Rendered['spec'] =>
  objects.find((object) => object.kind === kind)?.spec;

describe.skipIf(!isRunnable)('an upgrade', () => {
  const servers: RunningNginx[] = [];
  const charts = ['1', '2'].map((tag) => (isRunnable ? renderChart(helm, { 'image.tag': tag }) : []));
  // Vitest collects the tests of a skipped suite too: without helm there is no chart.
  const selectors = charts.map(
    (chart) => (ofKind(chart, 'Service') as { selector: Labels } | undefined)?.selector ?? {},
  );
  let address: Server;
  let endpoints: readonly Pod[] = [];

  beforeAll(async () => {
    for (const entry of ENTRIES) {
      const files = { [MANIFEST]: JSON.stringify({ loadScripts: [entry] }), [entry]: entry };
      servers.push(await startNginx({ nginx: nginx ?? '', openssl: openssl ?? '' }, files));
    }
    let turn = 0;
    address = createServer((socket) => {
      turn += 1;
      const pod = endpoints[turn % endpoints.length];
      if (pod === undefined) {
        socket.destroy();
        return;
      }
      const server = connect(pod.port, '127.0.0.1');
      socket.pipe(server).pipe(socket);
      socket.on('error', () => server.destroy());
      server.on('error', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await once(address, 'listening');
  });
  afterAll(async () => {
    address.close();
    for (const server of servers) {
      await server.stop();
    }
  });

  /** A pod of the first or the second release. */
  const podOf = (release: number): Pod => {
    const deployment = ofKind(charts[release] ?? [], 'Deployment');
    const { template } = deployment as { template: { metadata: { labels: Labels } } };
    return { labels: template.metadata.labels, port: servers[release]?.port ?? 0 };
  };

  /** What the Service does: it passes each connection to one of the pods that its selector matches. */
  const select = (selector: Labels, pods: readonly Pod[]): void => {
    endpoints = pods.filter(({ labels }) =>
      Object.entries(selector).every(([name, value]) => labels[name] === value),
    );
  };

  const ask = async (path: string): Promise<{ status: number | undefined; body: string }> => {
    const { port } = address.address() as AddressInfo;
    const asking = request({
      host: '127.0.0.1',
      port,
      path: `/${path}`,
      rejectUnauthorized: false,
      agent: false,
    });
    asking.end();
    const [response] = (await once(asking, 'response')) as [
      Parameters<typeof text>[0] & { statusCode?: number },
    ];
    return { status: response.statusCode, body: await text(response) };
  };

  /** Opens some pages: each reads the manifest, then the file that it names. */
  const openPages = async (): Promise<(number | undefined)[]> => {
    const statuses = [];
    for (let page = 0; page < 4; page += 1) {
      const { loadScripts } = JSON.parse((await ask(MANIFEST)).body) as { loadScripts: [string] };
      statuses.push((await ask(loadScripts[0])).status);
      // The next page begins with the other pod.
      await ask(MANIFEST);
    }
    return statuses;
  };

  const GOOD = [200, 200, 200, 200];

  it.each([
    ['the old pods, selected still', 0, [0, 0], true],
    ['only the old pods, the new ones selected', 1, [0, 0], false],
    ['a new pod beside the old ones, which are selected still', 0, [0, 0, 1], true],
    ['a new pod beside the old ones', 1, [0, 0, 1], true],
    ['the last old pod beside new ones', 1, [0, 1, 1], true],
    ['the new pods', 1, [1, 1], true],
  ])('answers no page from two releases: %s', async (_when, selected, releases, isAnswered) => {
    select(selectors[selected] ?? {}, releases.map(podOf));
    expect(endpoints.length > 0).toBe(isAnswered);
    expect(isAnswered ? await openPages() : GOOD).toEqual(GOOD);
  });

  it('would do so if the Service selected all pods of the plugin', async () => {
    const { 'plugin-release': release, ...selector } = selectors[1] ?? {};
    expect(release).toMatch(/^[0-9a-f]{16}$/);
    select(selector, [podOf(0), podOf(1)]);
    expect(endpoints).toHaveLength(2);
    expect(await openPages()).toContain(404);
  });

  it.each([
    [{ 'image.digest': `sha256:${'a'.repeat(64)}` }, false],
    [{ 'image.repository': 'mirror.example.com/x' }, false],
    [{ replicas: 3 }, true],
  ])('selects the same pods after a change of %j: %j', (values, isSame) => {
    const { selector } = ofKind(renderChart(helm ?? '', { 'image.tag': '1', ...values }), 'Service') as {
      selector: Labels;
    };
    expect(selector['plugin-release'] === selectors[0]?.['plugin-release']).toBe(isSame);
  });

  it('keeps the selector of the Deployment, which cannot be changed', () => {
    const [before, after] = charts.map(
      (chart) => (ofKind(chart, 'Deployment') as { selector: unknown }).selector,
    );
    expect(after).toEqual(before);
  });
});
