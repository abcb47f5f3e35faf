import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { TestConsole } from './testing/testConsole';
import { startTestConsole } from './testing/testConsole';
import { FLOOD_FRAMES } from './testing/upstream';

const encoded = (name: string): string =>
  Buffer.from(name).toString('base64').replaceAll('=', '_').replaceAll('/', '-');

describe('WebSockets to the API server', () => {
  let console_: TestConsole;
  const connect = (path: string, protocols: string[] = [], headers: Record<string, string> = {}): WebSocket =>
    new WebSocket(`ws://127.0.0.1:${String(console_.server.port)}${path}`, protocols, { headers });
  const refusalOf = async (socket: WebSocket): Promise<number | undefined> => {
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
    return response.statusCode;
  };

  beforeAll(async () => {
    console_ = await startTestConsole();
  });
  afterAll(async () => {
    await console_.close();
  });

  it('offer upstream only the last subprotocol and echo it', async () => {
    const socket = connect(
      '/api/kubernetes/ws/echo?watch=true',
      ['v4.channel.k8s.io', 'base64.channel.k8s.io'],
      {
        cookie: 'embedded-persona=editor',
      },
    );
    await once(socket, 'open');
    expect(socket.protocol).toBe('base64.channel.k8s.io');
    const seen = console_.upstream.upgrades.at(-1);
    expect(seen?.url).toBe('/ws/echo?watch=true');
    expect(seen?.headers['sec-websocket-protocol']).toBe('base64.channel.k8s.io');
    expect(seen?.headers.authorization).toBe('Bearer token-of-editor');
    expect(seen?.headers['sec-websocket-extensions']).toBeUndefined();
    expect(seen?.headers.origin).toBe(console_.upstream.url);
    socket.terminate();
  });

  it('forward binary and text frames unchanged', async () => {
    const socket = connect('/api/kubernetes/ws/echo', ['v4.channel.k8s.io']);
    await once(socket, 'open');
    const frame = Buffer.alloc(4 * 1024 * 1024, 7);
    socket.send(frame);
    const [data, isBinary] = (await once(socket, 'message')) as [Buffer, boolean];
    expect(isBinary).toBe(true);
    expect(data.equals(frame)).toBe(true);
    socket.terminate();
  });

  it.each(['exec', 'attach'])(
    'lose frames over 4 KiB of %s from the browser, and only those',
    async (name) => {
      const socket = connect(`/api/kubernetes/ws/${name}`, ['v4.channel.k8s.io']);
      const upstreamGot = console_.upstream.messages.length;
      await once(socket, 'open');
      for (const size of [7000, 4096, 4097, 1]) {
        socket.send(Buffer.alloc(size, 7));
      }
      await expect.poll(() => console_.upstream.messages.slice(upstreamGot).at(-1)?.length).toBe(1);
      expect(console_.upstream.messages.slice(upstreamGot).map(({ length }) => length)).toEqual([4096, 1]);
      socket.terminate();
    },
  );

  it('deliver frames before the close, and lose the close code', async () => {
    const socket = connect('/api/kubernetes/ws/close', ['v4.channel.k8s.io']);
    const messages: string[] = [];
    socket.on('message', (data: Buffer) => messages.push(data.toString('utf8')));
    const [code] = (await once(socket, 'close')) as [number];
    expect(messages).toEqual(['hello']);
    expect(code).toBe(1006);
  });

  it('pause the API server while the browser does not read, without losing data', async () => {
    const framesOf = async (socket: WebSocket): Promise<number> => {
      let frames = 0;
      socket.on('message', () => (frames += 1));
      await once(socket, 'close');
      return frames;
    };
    const lazy = connect('/api/kubernetes/ws/flood');
    await once(lazy, 'open');
    lazy.pause();
    // An unlimited proxy would have read this whole flood for the client that does not read, before this one's.
    expect(await framesOf(connect('/api/kubernetes/ws/flood'))).toBe(FLOOD_FRAMES);
    expect(console_.upstream.floods[1]).toBe(FLOOD_FRAMES);
    expect(console_.upstream.floods[0]).toBeLessThan(FLOOD_FRAMES / 2);
    const frames = framesOf(lazy);
    lazy.resume();
    expect(await frames).toBe(FLOOD_FRAMES);
  });

  it('pause the browser while the API server does not read', async () => {
    const frame = Buffer.alloc(1024 * 1024);
    const flood = async (path: string): Promise<WebSocket> => {
      const socket = connect(path);
      await once(socket, 'open');
      for (let count = 0; count < FLOOD_FRAMES; count += 1) {
        socket.send(frame);
      }
      return socket;
    };
    const held = await flood('/api/kubernetes/ws/deaf');
    const free = await flood('/api/kubernetes/ws/echo');
    await expect.poll(() => free.bufferedAmount).toBe(0);
    expect(held.bufferedAmount).toBeGreaterThan((FLOOD_FRAMES / 2) * frame.length);
    held.terminate();
    free.terminate();
  });

  it('write exit into an open stdin when the browser disconnects, and nothing without one', async () => {
    for (const path of ['/api/kubernetes/ws/exec?stdin=true', '/api/kubernetes/ws/exec']) {
      const socket = connect(path, ['v4.channel.k8s.io']);
      await once(socket, 'open');
      socket.close();
      await once(socket, 'close');
    }
    await expect
      .poll(() => console_.upstream.messages.filter((data) => data.includes('exit')))
      .toHaveLength(1);
  });

  it('take the impersonated user from the subprotocols before the real subprotocol', async () => {
    const socket = connect('/api/kubernetes/ws/echo', [
      `Impersonate-User.${encoded('jané?/a')}`,
      `Impersonate-Group.${encoded('devs')}`,
      'v4.channel.k8s.io',
    ]);
    await once(socket, 'open');
    const headers = console_.upstream.upgrades.at(-1)?.headers;
    expect(Buffer.from(headers?.['impersonate-user'] as string, 'latin1').toString('utf8')).toBe('jané?/a');
    expect(headers?.['impersonate-group']).toBe('devs');
    socket.terminate();
  });

  it('offer upstream no subprotocol if only the impersonated user is named (as watches do), and echo that', async () => {
    const offered = [`Impersonate-User.${encoded('jane')}`, `Impersonate-Group.${encoded('devs')}`];
    const socket = connect('/api/kubernetes/ws/echo?watch=true', offered);
    await once(socket, 'open');
    expect(socket.protocol).toBe(offered[1]);
    const headers = console_.upstream.upgrades.at(-1)?.headers;
    expect(headers?.['sec-websocket-protocol']).toBeUndefined();
    expect(headers?.['impersonate-user']).toBe('jane');
    socket.terminate();
  });

  it.each([
    ['a refusal upstream', '/api/kubernetes/ws/forbidden', {}, 403],
    ['a path outside of the API', '/somewhere', {}, 404],
    ['another host', '/api/kubernetes/ws/echo', { host: 'evil.example' }, 421],
    ['another origin', '/api/kubernetes/ws/echo', { origin: 'http://evil.example' }, 403],
  ])('fail on %s', async (_name, path, headers, status) => {
    expect(await refusalOf(connect(path, ['v4.channel.k8s.io'], headers))).toBe(status);
  });
});
