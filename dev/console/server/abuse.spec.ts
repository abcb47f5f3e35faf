/** Clients that send more than one person's browser would. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { rawRequest } from './testing/rawRequest';
import { HTTP_LIMITS, MOST_SOCKETS } from '../../base/httpLimits';
import { floodWithSockets, openOrStatus } from '../../cluster/api/testing/socketFlood';
import type { TestConsole } from './testing/testConsole';
import { startTestConsole } from './testing/testConsole';

let console_: TestConsole;
let port: number;
beforeAll(async () => {
  console_ = await startTestConsole();
  ({ port } = console_.server);
});
afterAll(async () => {
  await console_.close();
});

const isAlive = async (): Promise<boolean> =>
  (await rawRequest(port, '/api/embedded/session')).status === 200;

it('headers over the limit are refused', async () => {
  const headers = { 'x-long': 'x'.repeat(HTTP_LIMITS.maxHeaderSize) };
  expect((await rawRequest(port, '/api/embedded/session', { headers })).status).toBe(431);
  expect(await isAlive()).toBe(true);
});

it('a request that never sends its headers is ended', { timeout: 60_000 }, async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nhost: local');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 /);
  socket.destroy();
});

const open = async (): Promise<WebSocket | number> => {
  const host = `127.0.0.1:${String(port)}`;
  return openOrStatus(new WebSocket(`ws://${host}/api/kubernetes/watch`, { headers: { host } }));
};

it('a flood of WebSockets is refused, and new ones are accepted when they have ended', async () => {
  const { taken, refused } = await floodWithSockets(open, async () => {
    expect(await isAlive()).toBe(true);
  });
  expect(taken).toBeLessThanOrEqual(MOST_SOCKETS);
  expect(refused).toBeGreaterThan(0);
});

it('a frame over the limit ends only its connection', async () => {
  const socket = await open();
  if (typeof socket === 'number') {
    throw new Error(String(socket));
  }
  const closed = once(socket, 'close');
  socket.send(Buffer.alloc(9 * 1024 * 1024));
  await closed;
  expect(await isAlive()).toBe(true);
});
