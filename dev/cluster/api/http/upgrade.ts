import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Fault, RequestFacts } from '../../faults/faultRule';
import { factsOf, meetFault } from '../../faults/meetRequest';
import { ApiError, badRequest } from '../../store/apiError';
import { authenticate, isTokenProtocol } from '../access/authentication';
import { acceptPathToken } from '../access/pathToken';
import { unknownResource } from '../discovery';
import { chooseProtocol } from '../pods/execChannels';
import { prepareExec, runExec } from '../pods/exec';
import { planWatch } from '../read/watch';
import { parseResourcePath } from '../requestPath';
import { guardRequest } from './requestGuard';
import { routeRequest } from './resourceRoute';
import { MOST_SOCKETS } from '../../../base/httpLimits';
import type { Answer } from './respond';
import { errorAnswer } from './respond';
import type { Served } from './server';
import { joinStream, STREAM_PROTOCOL } from './streamRoute';
import { WATCH_PROTOCOLS, watchOverSocket } from './watchRoute';

/** Clients send only the input of commands. */
const MESSAGE_LIMIT_BYTES = 1024 * 1024;

const offeredProtocols = (request: IncomingMessage): string[] =>
  (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((protocol) => protocol.trim())
    .filter((protocol) => protocol !== '' && !isTokenProtocol(protocol));

/** Refuses an upgrade with a Status, as any other request is refused. */
const refuse = (socket: Duplex, { code, body, headers = {} }: Answer): void => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  socket.end(
    [
      `HTTP/1.1 ${code} ${STATUS_CODES[code] ?? ''}`,
      'connection: close',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(text)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      text,
    ].join('\r\n'),
  );
};

/** As a real API server, refuses watches (but not exec) without an Origin. Throws ApiError 403. */
const requireOrigin = ({ headers }: IncomingMessage): void => {
  if (headers.origin === undefined) {
    throw new ApiError(403, 'Forbidden', 'null origin');
  }
};

/** What to do with the socket once it is open, and the subprotocol that it is opened with. */
interface UpgradePlan {
  protocol: string | undefined;
  run: (socket: WebSocket) => void;
}

const planUpgrade = (
  { host, personas, faults }: Served,
  request: IncomingMessage,
  facts: RequestFacts,
  fault: Fault | undefined,
): UpgradePlan => {
  const user = authenticate(request.headers, request.headersDistinct, personas);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = parseResourcePath(url.pathname);
  if (path === undefined) {
    throw unknownResource();
  }
  const query = url.searchParams;
  const { verb, resource } = routeRequest(host, request, path, query, user);
  const offered = offeredProtocols(request);
  if (resource?.type.plural === 'pods' && path.subresource === 'exec' && path.name !== undefined) {
    const exec = prepareExec(host, path.namespace, path.name, query);
    const protocol = chooseProtocol(offered);
    if (protocol === undefined) {
      throw badRequest(`unable to upgrade: no supported protocol among [${offered.join(' ')}]`);
    }
    return {
      protocol: offered.length === 0 ? undefined : protocol.name,
      run: (socket) =>
        void runExec(exec, protocol, socket, fault?.kind === 'execCut' ? fault.stage : undefined),
    };
  }
  const stream = host.findStream(path.group, path.plural, path.subresource ?? '');
  if (stream !== undefined && path.name !== undefined) {
    const opened = stream({ namespace: path.namespace, name: path.name });
    return {
      protocol: offered.find((name) => name === STREAM_PROTOCOL),
      run: (socket) => {
        joinStream(opened, socket);
      },
    };
  }
  if (verb === 'watch' && resource !== undefined) {
    requireOrigin(request);
    const plainStart = planWatch(resource);
    const start = faults?.watch(facts, fault, plainStart) ?? plainStart;
    return {
      protocol: offered.find((name) => WATCH_PROTOCOLS.includes(name)),
      run: (socket) => {
        watchOverSocket(start, socket);
      },
    };
  }
  throw badRequest('only watches, pods/exec and consoles can be upgraded to a WebSocket');
};

/** Answers upgrades: watches, exec and consoles. */
export const upgradeHandler = (
  served: Served,
): { handle: (request: IncomingMessage, socket: Duplex, head: Buffer) => void; close: () => void } => {
  const chosen = new WeakMap<IncomingMessage, string | undefined>();
  const open = new Set<Duplex>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT_BYTES,
    handleProtocols: (_offered, request) => chosen.get(request) ?? false,
  });
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    let plan: UpgradePlan;
    try {
      acceptPathToken(request);
      guardRequest(request, served.personas);
      const facts = factsOf(request);
      const fault = served.faults?.take(facts);
      const met = await meetFault(fault);
      if (met !== undefined) {
        refuse(socket, met);
        return;
      }
      plan = planUpgrade(served, request, facts, fault);
      // Checked last: after a refusal kubectl tries SPDY and shows only that error.
      if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
        throw badRequest(`only WebSocket upgrades are served, not ${request.headers.upgrade ?? ''}`);
      }
      if (fault?.kind === 'execCut' && fault.stage === 'beforeUpgrade') {
        socket.destroy();
        return;
      }
    } catch (error) {
      refuse(socket, errorAnswer(error));
      return;
    }
    chosen.set(request, plan.protocol);
    // Kubernetes also accepts an upgrade by POST; the WebSocket library accepts only GET.
    request.method = 'GET';
    server.handleUpgrade(request, socket, head, (opened) => {
      // The library closes connections over its limits; without a listener the error would end the process.
      opened.on('error', () => undefined);
      plan.run(opened);
    });
  };
  return {
    handle: (request, socket, head) => {
      if (open.size >= MOST_SOCKETS) {
        const message = `There are ${MOST_SOCKETS} connections already`;
        refuse(socket, errorAnswer(new ApiError(503, 'ServiceUnavailable', message)));
        return;
      }
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      // Without a listener, an error of a disconnected socket would end the process.
      socket.on('error', () => socket.destroy());
      void upgrade(request, socket, head);
    },
    close: () => {
      for (const socket of open) {
        socket.destroy();
      }
      server.close();
    },
  };
};
