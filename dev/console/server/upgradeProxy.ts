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
/** What the API server may send at once; a browser has only commands and their input to send. */
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const MAX_BROWSER_FRAME_BYTES = 8 * 1024 * 1024;
/** Of exec and attach, the real console loses frames that the browser sends and that are larger, without a word. */
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

/** True for an exec with an open stdin, into which the console writes `exit\r` when the browser goes. */
const isInteractiveExec = (url: URL): boolean =>
  url.pathname.endsWith('/exec') && url.searchParams.get('stdin') === 'true';

const largestFrameOf = ({ pathname }: URL): number =>
  /\/(exec|attach)$/.test(pathname) ? MAX_STDIN_FRAME_BYTES : MAX_BROWSER_FRAME_BYTES;

/**
 * Joins the two ends; neither is read faster than the other takes. However one ends, the other is cut: close codes do
 * not travel, the browser sees 1006, after what came before it.
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
    // Its goodbye may lie behind what was held.
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
 * Passes WebSockets below `/api/kubernetes/` on to the API server with the real console's manners: only the last
 * offered subprotocol goes upstream and is what the browser gets, and no close code comes back. Answers how to cut all.
 */
export const proxyUpgrades = (server: Server, api: Upstream): (() => void) => {
  const browsers = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_BROWSER_FRAME_BYTES,
    handleProtocols: (offered) => [...offered].at(-1) ?? false,
  });
  const upstreams = new Set<WebSocket>();
  /** Sockets of browsers, joined already or not. */
  const open = new Set<Duplex>();

  const pass = async (request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): Promise<void> => {
    const protocols = protocolsOf(request);
    const connection = await api.connect(request, impersonationInProtocols(protocols));
    if (socket.destroyed) {
      return;
    }
    const target = socketUrl(connection, url.pathname.slice(PREFIX.length - 1) + url.search);
    // Watches offer none but those that name the impersonated user, which the API server does not know.
    const offered = protocols.filter((protocol) => !isImpersonation(protocol)).slice(-1);
    const upstream = new WebSocket(target, offered, {
      perMessageDeflate: false,
      maxPayload: MAX_FRAME_BYTES,
      headers: connection.headers,
      // A real API server refuses watches without an Origin, and does not mind which one it is.
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
        // The browser tries again by itself.
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
      // Nothing may be lost between the two handshakes.
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
