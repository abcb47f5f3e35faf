import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { execInPod, type ExecResult } from './execInPod';

const TARGET = {
  namespace: 'team-a',
  pod: 'virt-launcher-x',
  container: 'compute',
  command: ['virsh', 'dumpxml', 'a b'],
};
const SUCCESS = '{"metadata":{},"status":"Success"}';

/** Browsers report a failed connection only as an event; Node's emitter throws an error without a listener. */
class BrowserSocket extends WebSocket {
  constructor(url: string, protocols: string[]) {
    super(url, protocols);
    this.on('error', () => undefined);
  }
}

let server: WebSocketServer;
let refuse: number | undefined;
let onConnection: (socket: WebSocket, request: IncomingMessage) => void;

const send = (socket: WebSocket, channel: number, payload: string | Uint8Array): void => {
  socket.send(Buffer.concat([Buffer.from([channel]), Buffer.from(payload)]));
};

beforeEach(async () => {
  refuse = undefined;
  server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    // The console returns the last protocol that the browser offers.
    handleProtocols: (offered) => [...offered].at(-1) ?? false,
    verifyClient: (_info, answer) => {
      answer(refuse === undefined, refuse, 'Forbidden');
    },
  });
  server.on('connection', (socket, request) => {
    onConnection(socket, request);
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // jsdom's own WebSocket rejects its own events under Vitest; this one behaves like a browser's where we use it.
  vi.stubGlobal('WebSocket', BrowserSocket);
  vi.stubGlobal('window', { location: { protocol: 'http:', host: `127.0.0.1:${port}` } });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const client of server.clients) {
    client.terminate();
  }
  server.close();
  await once(server, 'close');
});

/** The result without its duration, which varies. */
const outcome = (result: ExecResult): object => {
  const rest: Record<string, unknown> = { ...result };
  delete rest.durationMs;
  return rest;
};

describe('execInPod', () => {
  it('requests the command as separate words, without stdin, with the impersonated user first', async () => {
    let url = '';
    let protocols: string | undefined;
    onConnection = (socket, request) => {
      url = request.url ?? '';
      protocols = request.headers['sec-websocket-protocol'];
      send(socket, 3, SUCCESS);
      socket.close();
    };
    await execInPod(TARGET, {
      impersonation: ['Impersonate-User.YQ', 'Impersonate-Group.Yg', 'Impersonate-Group.Yg'],
    });
    const { pathname, searchParams } = new URL(url, 'http://host');
    expect(pathname).toBe('/api/kubernetes/api/v1/namespaces/team-a/pods/virt-launcher-x/exec');
    expect(searchParams.getAll('command')).toEqual(['virsh', 'dumpxml', 'a b']);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      container: 'compute',
      stdout: 'true',
      stderr: 'true',
    });
    expect(searchParams.has('stdin')).toBe(false);
    expect(protocols?.split(/, ?/)).toEqual([
      'Impersonate-User.YQ',
      'Impersonate-Group.Yg',
      'v4.channel.k8s.io',
    ]);
  });

  it('sends stdin', async () => {
    let url = '';
    onConnection = (socket, request) => {
      url = request.url ?? '';
      socket.on('message', (data: Buffer) => {
        send(socket, 1, data);
        send(socket, 3, SUCCESS);
        socket.close();
      });
    };
    expect(await execInPod(TARGET, { stdin: Buffer.from('hello') })).toMatchObject({ stdout: '\0hello' });
    expect(url).toContain('stdin=true');
  });

  it('joins output whose characters are split across frames', async () => {
    const bytes = Buffer.from('<a>Räd €dward 🚀</a>');
    onConnection = (socket) => {
      for (const channel of [1, 2, 3]) {
        send(socket, channel, '');
      }
      for (const byte of bytes) {
        send(socket, 1, new Uint8Array([byte]));
      }
      send(socket, 2, 'warning');
      send(socket, 3, SUCCESS);
      socket.terminate();
    };
    expect(outcome(await execInPod(TARGET))).toEqual({
      kind: 'finished',
      status: { kind: 'succeeded' },
      stdout: '<a>Räd €dward 🚀</a>',
      stderr: 'warning',
      cut: false,
    });
  });

  it('reads an exit code from a status that is split across frames, even within a character', async () => {
    const status = Buffer.from(
      JSON.stringify({
        status: 'Failure',
        message: 'failed: “exit 1”',
        details: { causes: [{ reason: 'ExitCode', message: '1' }] },
      }),
    );
    const cut = status.indexOf(Buffer.from('“')) + 1;
    onConnection = (socket) => {
      send(socket, 2, "error: failed to get domain 'x'");
      send(socket, 3, status.subarray(0, cut));
      send(socket, 3, status.subarray(cut));
      socket.terminate();
    };
    expect(outcome(await execInPod(TARGET))).toEqual({
      kind: 'finished',
      status: { kind: 'exited', exitCode: 1, message: 'failed: “exit 1”' },
      stdout: '',
      stderr: "error: failed to get domain 'x'",
      cut: false,
    });
  });

  it('accepts output after the status, and does not wait forever for the close', async () => {
    onConnection = (socket) => {
      send(socket, 3, SUCCESS);
      send(socket, 1, 'late');
    };
    const result = await execInPod(TARGET);
    expect(outcome(result)).toMatchObject({ kind: 'finished', stdout: 'late' });
  });

  it('returns “lost” if the connection ends without a status', async () => {
    onConnection = (socket) => {
      send(socket, 1, '<domain>');
      send(socket, 3, '{"status":');
      socket.terminate();
    };
    const lost = { kind: 'lost', stdout: '<domain>', stderr: '', cut: false };
    expect(outcome(await execInPod(TARGET))).toEqual(lost);
  });

  it.each([403, 404, 502])(
    'returns “refused” if the console answers %i instead of a connection',
    async (code) => {
      refuse = code;
      expect(await execInPod(TARGET)).toEqual({ kind: 'refused' });
    },
  );

  it('returns “refused” if the browser cannot open the connection', async () => {
    expect(await execInPod(TARGET, { impersonation: ['not a token'] })).toEqual({ kind: 'refused' });
  });

  it('cuts output at the limit and says so', async () => {
    onConnection = (socket) => {
      send(socket, 1, 'x'.repeat(700));
      send(socket, 1, 'y'.repeat(700));
      send(socket, 3, SUCCESS);
      socket.close();
    };
    const result = await execInPod(TARGET, { limitBytes: 1000 });
    expect(outcome(result)).toMatchObject({
      kind: 'finished',
      cut: true,
      stdout: 'x'.repeat(700) + 'y'.repeat(300),
    });
  });

  it('rejects with the reason of the signal and closes the connection', async () => {
    const aborter = new AbortController();
    const closed = new Promise<void>((resolve) => {
      onConnection = (socket) => {
        socket.on('close', () => {
          resolve();
        });
        send(socket, 1, 'x');
      };
    });
    const running = execInPod(TARGET, {
      signal: aborter.signal,
      onActivity: () => {
        aborter.abort(new Error('not needed any more'));
      },
    });
    await expect(running).rejects.toThrow('not needed any more');
    await closed;
  });

  it('opens nothing for a signal that is aborted already', async () => {
    let connections = 0;
    onConnection = () => {
      connections += 1;
    };
    await expect(execInPod(TARGET, { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow(
      'too late',
    );
    expect(connections).toBe(0);
  });

  it('reports all incoming data', async () => {
    let signs = 0;
    onConnection = (socket) => {
      send(socket, 1, 'a');
      send(socket, 3, SUCCESS);
      socket.close();
    };
    await execInPod(TARGET, {
      onActivity: () => {
        signs += 1;
      },
    });
    expect(signs).toBe(3);
  });
});
