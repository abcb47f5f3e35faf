/** Clients that request a lot and do not read it: the data that waits for them is limited. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Duplex, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { LogLine } from '../contract';
import { MOST_WAITING_CHANGES } from './http/watchRoute';
import type { TestApi } from './testing/testApi';
import { machine, MACHINES_PATH, runningPod, startTestApi } from './testing/testApi';

const MIB = 1024 * 1024;
const CHUNKS = 96;
const CHUNK = Buffer.alloc(MIB / 2, 'x');

/** How many chunks the producer of each client has sent, in the order of the clients. */
let produced: number[] = [];
const logListeners = new Set<(line: LogLine) => void>();

const flood = async (write: (chunk: Buffer) => Promise<void>): Promise<void> => {
  const client = produced.push(0) - 1;
  for (let count = 1; count <= CHUNKS; count += 1) {
    await write(CHUNK);
    produced[client] = count;
  }
};

/** A serial console that sends all its chunks as fast as they are read. */
const floodingConsole = (): Duplex => {
  const client = produced.push(0) - 1;
  const chunks = function* (): Generator<Buffer> {
    for (let count = 1; count <= CHUNKS; count += 1) {
      produced[client] = count;
      yield CHUNK;
    }
  };
  return Duplex.from({ readable: Readable.from(chunks()) });
};

let api: TestApi;
beforeEach(async () => {
  produced = [];
  api = await startTestApi([runningPod('one'), machine('one')], (host) => {
    host.onExec(async ({ command, stdout, stderr }) => {
      await flood(command[0] === 'complain' ? stderr : stdout);
      return 0;
    });
    host.onStream('subresources.kubevirt.io', 'virtualmachineinstances', 'console', floodingConsole);
    host.onLog(() => ({
      lines: () => [{ time: new Date(0), text: 'first' }],
      subscribe: (listener) => {
        logListeners.add(listener);
        return () => logListeners.delete(listener);
      },
    }));
  });
});
afterEach(async () => api.cluster.close());

const connect = async (path: string, ...protocols: string[]): Promise<WebSocket> => {
  const url = api.cluster.url.replace('http', 'ws');
  const headers = { authorization: `Bearer ${api.token('editor')}`, origin: api.cluster.url };
  const socket = new WebSocket(url + path, protocols, { headers });
  await once(socket, 'open');
  return socket;
};

/** Reads everything and returns how many bytes of it are chunks. */
const received = async (socket: WebSocket): Promise<number> => {
  let bytes = 0;
  socket.on('message', (data: Buffer) => {
    bytes += data.length >= 1000 ? data.subarray(data.indexOf('x')).length : 0;
  });
  await once(socket, 'close');
  return bytes;
};

const exec = (command: string): string =>
  `/api/v1/namespaces/team-a/pods/one/exec?command=${command}&stdout=true&stderr=true`;
const console_ = '/apis/subresources.kubevirt.io/v1/namespaces/team-a/virtualmachineinstances/one/console';

it.each([
  ['output of a command', exec('print'), 'v5.channel.k8s.io'],
  ['complaints of a command', exec('complain'), 'v5.channel.k8s.io'],
  ['a serial console', console_, 'plain.kubevirt.io'],
])('%s waits where it comes from, and arrives whole when it is read', async (_what, path, protocol) => {
  const lazy = await connect(path, protocol);
  lazy.pause();
  // A server without a limit would have read all from the lazy client's producer, which started earlier.
  expect(await received(await connect(path, protocol))).toBe(CHUNKS * CHUNK.length);
  expect(produced[1]).toBe(CHUNKS);
  // The kernel buffers some megabytes of it.
  expect(produced[0]).toBeLessThan(CHUNKS / 2);
  const rest = received(lazy);
  lazy.resume();
  expect(await rest).toBe(CHUNKS * CHUNK.length);
});

it('a command whose client goes away without reading is let go on', async () => {
  const lazy = await connect(exec('print'), 'v5.channel.k8s.io');
  lazy.pause();
  await received(await connect(exec('print'), 'v5.channel.k8s.io'));
  lazy.terminate();
  await expect.poll(() => produced[0]).toBe(CHUNKS);
});

describe('a client that does not read what is new', () => {
  /** Larger than the buffers of the kernel and the server. */
  const big = 'x'.repeat(16 * MIB);
  const change = (count: number): void => {
    for (let index = 0; index < count; index += 1) {
      api.cluster.host.store.modify('virtualmachines', 'team-a', 'one', ({ metadata }) => {
        metadata.labels = { count: String(index) };
      });
    }
  };
  /** Fills the connection, so that later data must wait. */
  const clog = (): void => {
    for (const spec of [{ big }, {}]) {
      api.cluster.host.store.modify('virtualmachines', 'team-a', 'one', (machine_) => {
        machine_.spec = spec;
      });
    }
  };
  const openLazy = async (path: string): Promise<IncomingMessage> => {
    const response = await api.open('GET', path);
    response.on('error', () => undefined);
    await once(response, 'data');
    response.pause();
    return response;
  };
  /** Reads to the end and returns whether the stream ended properly. */
  const endsWell = async (response: IncomingMessage): Promise<boolean> => {
    response.resume();
    await new Promise((resolve) => response.on('close', resolve));
    return response.complete;
  };

  it('loses its watch', async () => {
    const lazy = await openLazy(`${MACHINES_PATH}?watch=true`);
    const socket = await connect(`${MACHINES_PATH}?watch=true`);
    socket.pause();
    clog();
    change(MOST_WAITING_CHANGES + 1);
    expect(await endsWell(lazy)).toBe(false);
    socket.resume();
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1006);
  });

  it('keeps its watch if it is only a little late, and gets every change once', async () => {
    const lazy = await openLazy(`${MACHINES_PATH}?watch=true`);
    clog();
    change(MOST_WAITING_CHANGES / 2);
    let text = '';
    for await (const part of lazy.setEncoding('utf8') as AsyncIterable<string>) {
      text += part;
      if (text.endsWith('\n') && text.includes(`"count":"${MOST_WAITING_CHANGES / 2 - 1}"`)) {
        break;
      }
    }
    const counts = [...text.matchAll(/"labels":\{"count":"(\d+)"\}/g)].map(([, count]) => Number(count));
    expect(counts).toEqual(Array.from({ length: MOST_WAITING_CHANGES / 2 }, (_, index) => index));
  });

  it('loses a log that it follows', async () => {
    const lazy = await openLazy('/api/v1/namespaces/team-a/pods/one/log?follow=true');
    for (let count = 0; count < 48; count += 1) {
      for (const listener of logListeners) {
        listener({ time: new Date(), text: CHUNK.toString() });
      }
    }
    expect(await endsWell(lazy)).toBe(false);
    await expect.poll(() => logListeners.size).toBe(0);
  });
});
