import { expect, it, vi } from 'vitest';
import { namespace, virtualMachine } from '../../../dev/scenarios/objects';
import { connectToCluster } from '../../testing/clusterTransport';
import { cluster, create, faults, setUpListWatch, start } from '../../testing/listWatchRig';
import { startTestCluster } from '../../testing/renderInConsole';
import { untilTimePasses } from '../../testing/untilTimePasses';

setUpListWatch();

it('lists again after a restart of the server with lower resourceVersions', async () => {
  // An older cluster has the lower versions.
  const later = await startTestCluster([
    namespace('lab'),
    virtualMachine('lab', 'lost', { runStrategy: 'Halted' }),
  ]);
  // The server's bookmarks follow the fake time, too.
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  vi.unstubAllGlobals();
  connectToCluster(later, 'admin');
  const { names, shown } = start();
  await shown('lost');
  vi.unstubAllGlobals();
  connectToCluster(cluster, 'admin');
  await later.close();
  await shown('first');
  expect(names()).not.toContain('lost');
});

it('lists and watches although each answer takes ten seconds', async () => {
  // Ten milliseconds of the server are half a second of the page.
  await faults.add({ path: '/virtualmachines', fault: { kind: 'slow', ms: 200 } });
  const errors: unknown[] = [];
  const { shown } = start((error, staleSince) => errors.push(error ?? staleSince));
  await shown('first');
  create('slowly');
  await shown('slowly');
  expect(errors.filter((error) => error !== undefined)).toEqual([]);
});

it('asks for nothing while the server says that it has too many requests', async () => {
  const answer = { kind: 'answer', code: 429, retryAfterSeconds: 100 } as const;
  const { names, shown } = start();
  await shown('first');
  await faults.add({ path: '/virtualmachines', fault: answer });
  await faults.add({ verb: 'watch', path: '/virtualmachines', fault: { kind: 'watchCut' }, count: 1 });
  // The browser cannot read the answer to a watch, so a list learns how long to wait.
  const fetched = vi.fn(globalThis.fetch);
  vi.stubGlobal('fetch', fetched);
  const lists = (): number =>
    fetched.mock.calls.filter(([url]) => JSON.stringify(url).includes('/virtualmachines')).length;
  await untilTimePasses(() => {
    expect(lists()).toBe(1);
  });
  create('later');
  await vi.advanceTimersByTimeAsync(1);
  await faults.clear();
  await vi.advanceTimersByTimeAsync(90_000);
  expect(lists()).toBe(1);
  expect(names()).not.toContain('later');
  await shown('later');
});
