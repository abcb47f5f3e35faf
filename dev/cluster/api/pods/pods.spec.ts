import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ClusterHost, LogLine, StoredObject } from '../../contract';
import { startTestApi } from '../testing/testApi';
import type { TestApi } from '../testing/testApi';

const pod = (name: string, containers: string[], annotations: Record<string, string> = {}): StoredObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'team-a', annotations },
  spec: { nodeName: 'node', containers: containers.map((container) => ({ name: container, image: 'x' })) },
  status: {
    phase: 'Running',
    containerStatuses: containers.map((container) => ({
      name: container,
      ready: true,
      restartCount: 0,
      state: { running: {} },
    })),
  },
});

const waiting: StoredObject = {
  ...pod('waiting', ['main']),
  status: {
    phase: 'Pending',
    containerStatuses: [
      { name: 'main', ready: false, restartCount: 0, state: { waiting: { reason: 'ContainerCreating' } } },
    ],
  },
};

const lines: LogLine[] = ['one', 'two', 'three'].map((text, index) => ({
  time: new Date(Date.UTC(2026, 0, index + 1)),
  text,
}));
const listeners = new Set<(line: LogLine) => void>();

/** Commands: `exit N`, `cat` (stdin to stdout, end to stderr) and `wait` (until the client disconnects). */
const shell = (host: ClusterHost): void => {
  host.onExec(async ({ container, command, stdin, stdout, stderr, signal }) => {
    const [name, argument] = command;
    if (name === 'exit') {
      await stdout(`in ${container}`);
      return Number(argument);
    }
    if (name === 'wait') {
      await once(signal, 'abort');
      aborted.resolve();
      return 0;
    }
    for await (const chunk of stdin ?? []) {
      await stdout(chunk);
    }
    await stderr('end');
    return 0;
  });
  host.onLog((_namespace, name, container) =>
    name === 'two' && container === 'compute'
      ? {
          lines: () => lines,
          subscribe: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        }
      : undefined,
  );
};

const aborted: { promise: Promise<void>; resolve: () => void } = (() => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
})();

let api: TestApi;

beforeAll(async () => {
  const annotations = { 'kubectl.kubernetes.io/default-container': 'compute' };
  api = await startTestApi(
    [pod('one', ['main']), pod('two', ['side', 'compute'], annotations), waiting],
    shell,
  );
});

afterAll(async () => api.cluster.close());

const podPath = '/api/v1/namespaces/team-a/pods';

const connect = (name: string, query: string, protocols: string[]): WebSocket =>
  new WebSocket(`${api.cluster.url.replace('http', 'ws')}${podPath}/${name}/exec?${query}`, protocols, {
    headers: { authorization: `Bearer ${api.token('editor')}` },
  });

const messagesOf = async (socket: WebSocket): Promise<Buffer[]> => {
  const messages: Buffer[] = [];
  socket.on('message', (data) => messages.push(data as Buffer));
  await once(socket, 'close');
  return messages;
};

const channel = (messages: readonly Buffer[], number: number): string =>
  Buffer.concat(
    messages.filter((message) => message[0] === number).map((message) => message.subarray(1)),
  ).toString();

describe('exec', () => {
  it('runs in the default container and says how it ended', async () => {
    const socket = connect('two', 'command=exit&command=3&stdout=true', ['v4.channel.k8s.io']);
    const messages = await messagesOf(socket);
    expect(socket.protocol).toBe('v4.channel.k8s.io');
    expect(channel(messages, 1)).toBe('in compute');
    expect(JSON.parse(channel(messages, 3))).toEqual({
      metadata: {},
      status: 'Failure',
      message: 'command terminated with non-zero exit code: error executing command [exit 3], exit code 3',
      reason: 'NonZeroExitCode',
      details: { causes: [{ reason: 'ExitCode', message: '3' }] },
    });
  });

  it('takes stdin until v5 closes it, byte for byte', async () => {
    const socket = connect('one', 'command=cat&stdin=true&stdout=true&stderr=true', [
      'v5.channel.k8s.io',
      'v4.channel.k8s.io',
    ]);
    await once(socket, 'open');
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    socket.send(Buffer.concat([Buffer.of(0), bytes]));
    socket.send(Buffer.of(255, 0));
    const messages = await messagesOf(socket);
    expect(
      Buffer.concat(messages.filter(([number]) => number === 1).map((message) => message.subarray(1))),
    ).toEqual(bytes);
    expect(channel(messages, 2)).toBe('end');
    expect(JSON.parse(channel(messages, 3))).toEqual({ metadata: {}, status: 'Success' });
  });

  it('takes a frame of stdin that the console would lose', async () => {
    const socket = connect('one', 'command=cat&stdin=true&stdout=true', ['v5.channel.k8s.io']);
    await once(socket, 'open');
    socket.send(Buffer.concat([Buffer.of(0), Buffer.alloc(7000, 'x')]));
    socket.send(Buffer.of(255, 0));
    expect(channel(await messagesOf(socket), 1)).toBe('x'.repeat(7000));
  });

  it('speaks base64 to those who ask for it', async () => {
    const messages = await messagesOf(
      connect('one', 'command=exit&command=0&stdout=1', ['base64.channel.k8s.io']),
    );
    const texts = messages.map((message) => message.toString());
    expect(texts.slice(1)).toEqual([
      `1${Buffer.from('in main').toString('base64')}`,
      `3${Buffer.from('{"metadata":{},"status":"Success"}').toString('base64')}`,
    ]);
  });

  it('signals the command when the client disconnects', async () => {
    const socket = connect('one', 'command=wait&stdout=1', ['v4.channel.k8s.io']);
    await once(socket, 'message');
    socket.terminate();
    await expect(aborted.promise).resolves.toBeUndefined();
  });

  it.each([
    ['a missing pod', 'none', 'command=x&stdout=1', 404, 'pods "none" not found'],
    [
      'a missing container',
      'one',
      'command=x&stdout=1&container=nope',
      400,
      'container nope is not valid for pod one',
    ],
    ['no command', 'one', 'stdout=1', 400, 'you must specify at least 1 command for the container'],
    ['a container that does not run', 'waiting', 'command=x&stdout=1', 500, 'container not found ("main")'],
  ])('refuses %s before it upgrades', async (_what, name, query, code, message) => {
    const socket = connect(name, query, ['v4.channel.k8s.io']);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    const [body] = (await once(response, 'data')) as [Buffer];
    expect(response.statusCode).toBe(code);
    expect(JSON.parse(body.toString())).toMatchObject({ kind: 'Status', code, message });
  });
});

describe('log', () => {
  it.each([
    ['whole', '', 'one\ntwo\nthree\n'],
    ['its end', '&tailLines=1', 'three\n'],
    ['since a time', '&sinceTime=2026-01-02T00:00:00Z', 'two\nthree\n'],
    ['its first bytes', '&limitBytes=5', 'one\nt'],
    ['with times', '&tailLines=1&timestamps=true', '2026-01-03T00:00:00.000000000Z three\n'],
  ])('%s', async (_what, query, text) => {
    const answer = await api.request('GET', `${podPath}/two/log?container=compute${query}`, { as: 'viewer' });
    expect(answer.text).toBe(text);
    expect(answer.headers['content-type']).toBe('text/plain');
  });

  it('follows with every new line', async () => {
    const response = await api.open('GET', `${podPath}/two/log?container=compute&follow=true&tailLines=1`);
    expect(String((await once(response, 'data'))[0])).toBe('three\n');
    for (const listener of listeners) {
      listener({ time: new Date(), text: 'four' });
    }
    expect(String((await once(response, 'data'))[0])).toBe('four\n');
    response.destroy();
    await expect.poll(() => listeners.size).toBe(0);
  });

  it.each([
    ['two', '', 'a container name must be specified for pod two, choose one of: [side compute]'],
    ['two', '?container=nope', 'container nope is not valid for pod two'],
    ['waiting', '', 'container "main" in pod "waiting" is waiting to start: ContainerCreating'],
    ['one', '?previous=true', 'previous terminated container "main" in pod "one" not found'],
  ])('of %s%s is refused: %s', async (name, query, message) => {
    expect((await api.request('GET', `${podPath}/${name}/log${query}`)).body).toMatchObject({
      code: 400,
      message,
    });
  });
});
