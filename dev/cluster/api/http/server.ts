import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Persona } from '../../contract';
import type { FaultInjector } from '../../faults/faultInjector';
import { answerFaults, FAULTS_PATH } from '../../faults/faultRoute';
import { factsOf, meetFault } from '../../faults/meetRequest';
import { authenticate } from '../access/authentication';
import { requirePath } from '../access/authorizer';
import { acceptPathToken } from '../access/pathToken';
import type { EmbeddedHost } from '../embeddedHost';
import { sendLog } from '../pods/log';
import { planWatch } from '../read/watch';
import { parseResourcePath } from '../requestPath';
import { HTTP_LIMITS, MOST_SOCKETS } from '../../../base/httpLimits';
import { ApiError } from '../../store/apiError';
import { readBody } from './readBody';
import { guardRequest } from './requestGuard';
import { answerResource, routeRequest } from './resourceRoute';
import type { Answer } from './respond';
import { errorAnswer, PAGE_NOT_FOUND, sendJson } from './respond';
import { answerInfo, isHealthPath } from './serverInfo';
import { upgradeHandler } from './upgrade';
import { watchOverHttp } from './watchRoute';

const LOOPBACK = '127.0.0.1';

export interface ApiServer {
  url: string;
  /** Ends every connection. */
  close: () => Promise<void>;
}

const queryOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', 'http://localhost');

/** What requests are answered from. */
export interface Served {
  host: EmbeddedHost;
  personas: readonly Persona[];
  /** Undefined without fault injection. */
  faults: FaultInjector | undefined;
}

/** Reserves a slot for a stream until its client disconnects. Throws ApiError 429 if none is free, like a busy API server. */
const takeStream = (streams: Set<ServerResponse>, response: ServerResponse): void => {
  if (streams.size >= MOST_SOCKETS) {
    throw new ApiError(429, 'TooManyRequests', 'Too many requests, please try again later.', {
      retryAfterSeconds: 1,
    });
  }
  streams.add(response);
  response.on('close', () => streams.delete(response));
};

/** Answers a request, or undefined when the answer is a stream that has been started. */
const answer = async (
  { host, personas, faults }: Served,
  streams: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | undefined> => {
  const facts = factsOf(request);
  const { pathname, searchParams: query } = queryOf(request);
  const fault = pathname === FAULTS_PATH ? undefined : faults?.take(facts);
  const met = await meetFault(fault);
  if (met !== undefined) {
    return met;
  }
  const user = authenticate(request.headers, request.headersDistinct, personas);
  const method = request.method ?? 'GET';
  const path = parseResourcePath(pathname);
  if (path === undefined) {
    requirePath(user, { verb: method === 'HEAD' ? 'get' : method.toLowerCase(), path: pathname });
    if (pathname === FAULTS_PATH && faults !== undefined) {
      return answerFaults(faults, method, await readBody(request));
    }
    if (isHealthPath(pathname)) {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('ok');
      return undefined;
    }
    return answerInfo(host, pathname, request.headers.accept) ?? PAGE_NOT_FOUND;
  }
  const routed = routeRequest(host, request, path, query, user);
  if (routed.verb === 'watch' && routed.resource !== undefined) {
    const start = planWatch(routed.resource);
    takeStream(streams, response);
    watchOverHttp(faults?.watch(facts, fault, start) ?? start, response);
    return undefined;
  }
  if (path.group === '' && path.plural === 'pods' && path.subresource === 'log' && path.name !== undefined) {
    takeStream(streams, response);
    sendLog({ host, namespace: path.namespace, name: path.name, query }, response);
    return undefined;
  }
  const body = method === 'GET' || method === 'HEAD' ? '' : await readBody(request);
  return answerResource(host, routed, method, query, body, request.headers['content-type'] ?? '');
};

const respond = async (
  served: Served,
  streams: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  let query = new URLSearchParams();
  let result: Answer | undefined;
  try {
    acceptPathToken(request);
    query = queryOf(request).searchParams;
    guardRequest(request, served.personas);
    result = await answer(served, streams, request, response);
  } catch (error) {
    result = errorAnswer(error);
  }
  if (result !== undefined) {
    await sendJson(request, response, query, result);
  }
};

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw Object.assign(
        new Error(`Port ${port} on ${LOOPBACK} is in use: choose another one for the API server`, {
          cause: error,
        }),
        { code: error.code },
      );
    }
    throw error;
  }
  return (server.address() as AddressInfo).port;
};

/** Starts to serve on the loopback interface; port 0 picks a free one. Rejects with code EADDRINUSE. */
export const serveApi = async (served: Served, port: number): Promise<ApiServer> => {
  const streams = new Set<ServerResponse>();
  const server = createServer(HTTP_LIMITS, (request, response) => {
    respond(served, streams, request, response).catch((error: unknown) => {
      // Part of the answer is sent already, so the connection is cut to mark it as incomplete.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  const upgrades = upgradeHandler(served);
  server.on('upgrade', upgrades.handle);
  const actualPort = await listen(server, port);
  return {
    url: `http://${LOOPBACK}:${actualPort}`,
    close: async () => {
      upgrades.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
