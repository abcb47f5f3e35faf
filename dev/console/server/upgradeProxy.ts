import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { impersonationInProtocols, isImpersonation } from './impersonation';
import { refuseForeign } from './ownOrigin';
import { boundedSender } from '../../base/boundedSender';
import { MOST_SOCKETS } from '../../base/httpLimits';
import { socketUrl } from './requestThrough';
import type { Upstream } from './upstream';
import { UpstreamRefusal } from './upstream';

const PREFIX = '/api/kubernetes/';
const PING_MS = 30_000;
/** Limit for frames of the API server; the browser sends only commands and their input. */
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const MAX_BROWSER_FRAME_BYTES = 8 * 1024 * 1024;
/** For exec and attach, the real console silently drops larger frames from the browser. */
const MAX_STDIN_FRAME_BYTES = 4096;

const refuse = (socket: Duplex, status: number, sentence: string): void => {
  const body = `${sentence}\n`;
  socket.end(
    [
      `HTTP/1.1 ${String(status)} Refused`,
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${String(Buffer.byteLength(body))}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
};

const protocolsOf = ({ headers }: IncomingMessage): string[] =>
  (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((protocol) => protocol.trim())
    .filter((protocol) => protocol !== '');

/** True for an exec with an open stdin, into which the console writes `exit\r` when the browser disconnects. */
const isInteractiveExec = (url: URL): boolean =>
  url.pathname.endsWith('/exec') && url.searchParams.get('stdin') === 'true';

const largestFrameOf = ({ pathname }: URL): number =>
  /\/(exec|attach)$/.test(pathname) ? MAX_STDIN_FRAME_BYTES : MAX_BROWSER_FRAME_BYTES;

/**
 * Connects the two ends; neither is read faster than the other accepts data. When one ends, the other is cut: close codes
 * are not forwarded, and the browser sees 1006 after all frames before it.
 */
const join = (browser: WebSocket, upstream: WebSocket, url: URL): void => {
  const exitOnClose = isInteractiveExec(url);
  const largestFrame = largestFrameOf(url);
  const ping = setInterval(() => {
    browser.ping();
  }, PING_MS);
  upstream.on('message', boundedSender(browser, upstream));
  const sendUp = boundedSender(upstream, browser);
  browser.on('message', (data: Buffer, isBinary) => {
    if (data.byteLength <= largestFrame) {
      sendUp(data, isBinary);
    }
  });
  const end = (): void => {
    clearInterval(ping);
    browser.ping(undefined, undefined, () => {
      browser.terminate();
    });
    // The close frame may be behind paused data.
    upstream.resume();
    upstream.close();
  };
  upstream.on('close', end);
  upstream.on('error', end);
  browser.on('error', end);
  browser.on('close', () => {
    if (exitOnClose && upstream.readyState === WebSocket.OPEN) {
      upstream.send(Buffer.from('\u0000exit\r'));
    }
    end();
  });
};

/**
 * Forwards WebSockets below `/api/kubernetes/` to the API server as the real console does: only the last offered subprotocol
 * is forwarded and returned, and close codes are not. Returns a function that cuts all of them.
 */
export const proxyUpgrades = (server: Server, api: Upstream): (() => void) => {
  const browsers = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_BROWSER_FRAME_BYTES,
    handleProtocols: (offered) => [...offered].at(-1) ?? false,
  });
  const upstreams = new Set<WebSocket>();
  /** Sockets of browsers, connected upstream or not. */
  const open = new Set<Duplex>();

  const pass = async (request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): Promise<void> => {
    const protocols = protocolsOf(request);
    const connection = await api.connect(request, impersonationInProtocols(protocols));
    if (socket.destroyed) {
      return;
    }
    const target = socketUrl(connection, url.pathname.slice(PREFIX.length - 1) + url.search);
    // Watches offer only the subprotocols with the impersonated user, which the API server does not know.
    const offered = protocols.filter((protocol) => !isImpersonation(protocol)).slice(-1);
    const upstream = new WebSocket(target, offered, {
      perMessageDeflate: false,
      maxPayload: MAX_FRAME_BYTES,
      headers: connection.headers,
      // A real API server refuses watches without an Origin, but accepts any.
      origin: new URL(connection.url).origin,
      agent: connection.agent,
    });
    upstreams.add(upstream);
    upstream.on('close', () => upstreams.delete(upstream));
    const cut = (): void => {
      upstream.terminate();
    };
    socket.once('close', cut);
    upstream.on('unexpected-response', (_request, response) => {
      if (response.statusCode === 401) {
        // The browser retries on its own.
        api.credentialsRefused();
      }
      refuse(socket, response.statusCode ?? 502, 'The API server refused the connection.');
      response.destroy();
    });
    upstream.on('error', () => {
      if (socket.writable) {
        refuse(socket, 502, `The API server at ${api.apiServer} does not answer.`);
      }
    });
    upstream.on('open', () => {
      socket.off('close', cut);
      // No data may be lost between the two handshakes.
      upstream.pause();
      browsers.handleUpgrade(request, socket, head, (browser) => {
        join(browser, upstream, url);
        upstream.resume();
      });
    });
  };

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const foreign = refuseForeign(request);
    if (foreign !== undefined) {
      refuse(socket, foreign.status, foreign.sentence);
      return;
    }
    if (open.size >= MOST_SOCKETS) {
      refuse(socket, 503, `There are ${MOST_SOCKETS} connections already.`);
      return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const url = new URL(request.url ?? '/', 'http://console');
    if (!url.pathname.startsWith(PREFIX)) {
      refuse(socket, 404, 'No WebSocket is served here.');
      return;
    }
    pass(request, socket, head, url).catch((error: unknown) => {
      const known = error instanceof UpstreamRefusal;
      refuse(socket, known ? error.status : 502, known ? error.message : 'The connection failed.');
    });
  });

  return () => {
    for (const upstream of upstreams) {
      upstream.terminate();
    }
    for (const browser of browsers.clients) {
      browser.terminate();
    }
  };
};
