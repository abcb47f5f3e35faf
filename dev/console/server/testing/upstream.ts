import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Upstream {
  url: string;
  requests: SeenRequest[];
  /** Upgrade requests, accepted or not. */
  upgrades: SeenRequest[];
  /** Messages of all WebSockets, in order. */
  messages: Buffer[];
  /** How many frames each flood has sent, in the order of their connection. */
  floods: number[];
  close: () => Promise<void>;
}

/** More bytes than the kernel buffers for a connection. */
export const FLOOD_FRAMES = 64;

const flood = async (socket: WebSocket, floods: number[]): Promise<void> => {
  const index = floods.push(0) - 1;
  const frame = Buffer.alloc(1024 * 1024);
  for (let count = 1; count <= FLOOD_FRAMES; count += 1) {
    await new Promise((resolve) => {
      socket.send(frame, resolve);
    });
    floods[index] = count;
  }
  socket.close(1000);
};

/**
 * A real HTTP and WebSocket server instead of the API server. `/slow` sends `first`, and `second` after a request to `/go`.
 * WebSockets: `/ws/close` sends `hello` and closes with 1000; `/ws/flood` sends `FLOOD_FRAMES` of 1 MiB, each after the one
 * before was sent, and closes; `/ws/deaf` reads nothing; `/ws/forbidden` is refused with 403.
 */
export const startUpstream = async (): Promise<Upstream> => {
  const requests: SeenRequest[] = [];
  const upgrades: SeenRequest[] = [];
  const messages: Buffer[] = [];
  const floods: number[] = [];
  let finishSlow: (() => void) | undefined;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
      if (url === '/slow') {
        response.write('first');
        finishSlow = () => response.end('second');
        return;
      }
      if (url === '/go') {
        finishSlow?.();
      }
      response.writeHead(url === '/missing' ? 404 : 200, {
        'Content-Type': 'application/json',
        'Content-Security-Policy': "script-src 'unsafe-inline'",
        'Set-Cookie': 'embedded-persona=admin',
      });
      response.end(JSON.stringify({ url }));
    });
  });

  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { method = '', url = '', headers } = request;
    upgrades.push({ method, url, headers, body: '' });
    if (url.startsWith('/ws/forbidden')) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('message', (data: Buffer) => {
        messages.push(data);
        webSocket.send(data);
      });
      if (url.startsWith('/ws/deaf')) {
        webSocket.pause();
      }
      if (url.startsWith('/ws/flood')) {
        void flood(webSocket, floods);
      }
      if (url.startsWith('/ws/close')) {
        webSocket.send('hello', () => {
          webSocket.close(1000, 'done');
        });
      }
    });
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    upgrades,
    messages,
    floods,
    close: async () => {
      for (const client of sockets.clients) {
        client.terminate();
      }
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
};
