/** Clients that use more of the API server than one person's tools would. */
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MOST_SOCKETS } from '../../base/httpLimits';
import { floodWithSockets, openOrStatus } from './testing/socketFlood';
import type { TestApi } from './testing/testApi';
import { runningPod, startTestApi } from './testing/testApi';

const MIB = 1024 * 1024;

/** The command `sleepy` reads its input only after a signal of the test. */
const gate = (() => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
})();

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([runningPod('one')], (host) => {
    host.onExec(async ({ command, stdin, stdout }) => {
      if (command[0] === 'sleepy') {
        await gate.opened;
      }
      if (command[0] === 'deaf') {
        await gate.opened;
        return 0;
      }
      let length = 0;
      for await (const chunk of stdin ?? []) {
        length += chunk.length;
      }
      await stdout(String(length));
      return 0;
    });
  });
});
afterAll(async () => {
  await api.cluster.close();
});

const connect = (path: string, protocols: string[] = []): WebSocket => {
  const url = api.cluster.url.replace('http', 'ws');
  const headers = { authorization: `Bearer ${api.token('editor')}`, origin: api.cluster.url };
  return new WebSocket(url + path, protocols, { headers });
};

const exec = (command: string): WebSocket =>
  connect(`/api/v1/namespaces/team-a/pods/one/exec?command=${command}&stdin=true&stdout=true`, [
    'v5.channel.k8s.io',
  ]);

const stdin = (length: number): Buffer => Buffer.alloc(length + 1);

const isAlive = async (): Promise<boolean> => (await api.request('GET', '/version')).code === 200;

it('a flood of WebSockets is refused, and there is room again when they end', async () => {
  const open = async (): Promise<WebSocket | number> =>
    openOrStatus(connect('/api/v1/namespaces/team-a/pods?watch=true'));
  const { taken, refused } = await floodWithSockets(open, async () => {
    expect(await isAlive()).toBe(true);
  });
  expect([taken, refused]).toEqual([MOST_SOCKETS, 20]);
});

it('a flood of watches over HTTP is refused as a busy API server does, and there is room again when they end', async () => {
  const path = '/api/v1/namespaces/team-a/pods?watch=true';
  const opened = await Promise.all(
    Array.from({ length: MOST_SOCKETS + 20 }, async () => api.open('GET', path)),
  );
  const refused = opened.filter(({ statusCode }) => statusCode === 429);
  expect(refused).toHaveLength(20);
  expect(refused[0]?.headers['retry-after']).toBe('1');
  expect(await isAlive()).toBe(true);
  for (const response of opened) {
    response.on('error', () => undefined).destroy();
  }
  await expect
    .poll(async () => {
      const again = await api.open('GET', path);
      again.on('error', () => undefined).destroy();
      return again.statusCode;
    })
    .toBe(200);
});

it('a frame of more than its limit ends its connection only', async () => {
  const socket = exec('count');
  await once(socket, 'open');
  socket.send(stdin(2 * MIB));
  const [code] = (await once(socket, 'close')) as [number];
  expect(code).toBe(1009);
  expect(await isAlive()).toBe(true);
});

it('input that a command does not read waits at the client, and arrives whole when it is read', async () => {
  const total = 48 * MIB;
  const send = (socket: WebSocket): void => {
    for (let sent = 0; sent < total; sent += MIB / 2) {
      socket.send(stdin(MIB / 2));
    }
    socket.send(Buffer.of(255, 0));
  };
  const counted = async (socket: WebSocket): Promise<string> => {
    const answers: Buffer[] = [];
    socket.on('message', (data) => answers.push(data as Buffer));
    await once(socket, 'close');
    return Buffer.concat(
      answers.filter(([channel]) => channel === 1).map((message) => message.subarray(1)),
    ).toString();
  };
  const [sleepy, deaf, count] = [exec('sleepy'), exec('deaf'), exec('count')];
  await Promise.all([once(sleepy, 'open'), once(deaf, 'open'), once(count, 'open')]);
  const ends = [counted(sleepy), once(deaf, 'close')];
  send(sleepy);
  send(deaf);
  send(count);
  // A server without a limit would have read the others' data, which was sent earlier.
  expect(await counted(count)).toBe(String(total));
  expect(await isAlive()).toBe(true);
  // The kernel buffers some megabytes of it.
  expect(Math.min(sleepy.bufferedAmount, deaf.bufferedAmount)).toBeGreaterThan(total / 2);
  gate.open();
  expect((await Promise.all(ends))[0]).toBe(String(total));
});
