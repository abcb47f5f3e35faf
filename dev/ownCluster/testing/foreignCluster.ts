import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificates } from './certificates';

export interface ForeignCluster {
  /** `https://127.0.0.1:PORT` */
  url: string;
  port: number;
  /** The accepted bearer tokens. */
  tokens: Set<string>;
  /** Headers of all accepted requests, in order. */
  accepted: IncomingHttpHeaders[];
  close: () => Promise<void>;
}

interface ForeignClusterOptions {
  certificates: Certificates;
  /** The API server behind it, and its token. */
  api: { url: string; token: string };
  /** 0 picks a free port. */
  port?: number;
}

const UNAUTHORIZED = JSON.stringify({
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  message: 'Unauthorized',
  reason: 'Unauthorized',
  code: 401,
});

/**
 * The embedded API served as other clusters do: over HTTPS, for client certificates of its authority and for bearer tokens.
 * All other requests get 401.
 */
export const startForeignCluster = async (options: ForeignClusterOptions): Promise<ForeignCluster> => {
  const { certificates, api, port = 0 } = options;
  const tokens = new Set<string>();
  const accepted: IncomingHttpHeaders[] = [];
  const sockets = new Set<Duplex>();

  const isAccepted = ({ headers, socket }: IncomingMessage): boolean => {
    const token = /^(?:Bearer|Basic) (.+)$/.exec(headers.authorization ?? '')?.[1];
    const isKnown =
      token === undefined ? 'authorized' in socket && socket.authorized === true : tokens.has(token);
    if (isKnown) {
      accepted.push(headers);
    }
    return isKnown;
  };
  const behind = (headers: IncomingHttpHeaders): IncomingHttpHeaders => ({
    ...headers,
    host: new URL(api.url).host,
    authorization: `Bearer ${api.token}`,
    // The API behind it accepts only its own origin.
    ...(headers.origin === undefined ? {} : { origin: api.url }),
  });

  const server = createServer(
    {
      cert: readFileSync(certificates.server.certificate),
      key: readFileSync(certificates.server.key),
      ca: readFileSync(certificates.authority.certificate),
      requestCert: true,
      rejectUnauthorized: false,
    },
    (request, response) => {
      if (!isAccepted(request)) {
        response.writeHead(401, { 'Content-Type': 'application/json', 'WWW-Authenticate': 'Basic' });
        response.end(UNAUTHORIZED);
        return;
      }
      const { method, url = '/', headers } = request;
      const inner = httpRequest(api.url + url, { method, headers: behind(headers) }, (incoming) => {
        response.writeHead(incoming.statusCode ?? 502, incoming.headers);
        incoming.pipe(response);
      });
      inner.on('error', () => response.destroy());
      response.on('close', () => inner.destroy());
      request.pipe(inner);
    },
  );
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!isAccepted(request)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    const { hostname, port: innerPort } = new URL(api.url);
    const inner = connect(Number(innerPort), hostname, () => {
      const lines = Object.entries(behind(request.headers)).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      inner.write([`GET ${request.url ?? '/'} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      inner.write(head);
      inner.pipe(socket).pipe(inner);
    });
    inner.on('error', () => socket.destroy());
    socket.on('close', () => inner.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `https://127.0.0.1:${actual}`,
    port: actual,
    tokens,
    accepted,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) {
          socket.destroy();
        }
      });
    },
  };
};
