import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Transform, pipeline } from 'node:stream';
import type { RequestHandler, Response } from 'express';
import { impersonationInHeaders } from './impersonation';
import { requestThrough } from './requestThrough';
import type { Upstream } from './upstream';
import { UpstreamRefusal } from './upstream';

/** The API server's own limit, in bytes. */
const BODY_LIMIT = 3 * 1024 * 1024;

/** Headers that must not reach the API server: the browser's credentials, and those of one connection only. */
const KEPT_BACK = [
  'authorization', 'connection', 'cookie', 'expect', 'host', 'impersonate-group', 'impersonate-uid', 'impersonate-user',
  'keep-alive', 'origin', 'proxy-authorization', 'referer', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'x-csrftoken',
]; // prettier-ignore

const without = (headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !names.includes(name) && !name.startsWith('impersonate-extra-'),
    ),
  );

/** Sends a refusal in the API server's format, because the same client code reads it. */
const refuse = (response: Response, code: number, reason: string, message: string): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .status(code)
    .set('Content-Security-Policy', 'sandbox')
    .json({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code });
};

class BodyTooLarge extends Error {}

const limited = (): Transform => {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.byteLength;
      done(size > BODY_LIMIT ? new BodyTooLarge() : null, chunk);
    },
  });
};

const answer = (upstream: IncomingMessage, response: Response): void => {
  response.status(upstream.statusCode ?? 502);
  for (const [name, value] of Object.entries(
    without(upstream.headers, [
      'connection',
      'keep-alive',
      'transfer-encoding',
      'set-cookie',
      'www-authenticate',
    ]),
  )) {
    if (value !== undefined) {
      response.setHeader(name, value);
    }
  }
  // A browser that opens a response directly must not run it with the console's rights.
  response.setHeader('Content-Security-Policy', 'sandbox');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.flushHeaders();
  pipeline(upstream, response, () => undefined);
};

/** Reads have no body, so they can be sent twice. */
const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

/** Forwards `/api/kubernetes/…` to the API server with the upstream's credentials. Bodies stream in both directions. */
export const proxyApi =
  (upstream: Upstream): RequestHandler =>
  (request, response) => {
    const tooLarge = (): void => {
      refuse(response, 413, 'RequestEntityTooLarge', `Request entity too large: limit is ${BODY_LIMIT}`);
    };
    const fail = (error: Error | null | undefined): void => {
      if (error instanceof BodyTooLarge) {
        tooLarge();
      } else if (error instanceof UpstreamRefusal) {
        refuse(response, error.status, error.reason, error.message);
      } else if (error && !response.headersSent) {
        refuse(response, 502, 'BadGateway', `The API server at ${upstream.apiServer} does not answer.`);
      }
    };
    const send = async (mayRepeat: boolean): Promise<void> => {
      const connection = await upstream.connect(request, impersonationInHeaders(request.headers));
      const keptBack = isRead(request) ? [...KEPT_BACK, 'content-length'] : KEPT_BACK;
      // Mounted with `use`, `url` is the path below the mount point, query included.
      const outgoing = requestThrough(connection, request.method, request.url, {
        ...without(request.headers, keptBack),
        ...connection.headers,
      });
      outgoing.on('response', (incoming) => {
        if (incoming.statusCode === 401 && upstream.credentialsRefused() && mayRepeat) {
          incoming.resume();
          send(false).catch(fail);
          return;
        }
        answer(incoming, response);
      });
      response.on('close', () => {
        outgoing.destroy();
      });
      if (isRead(request)) {
        outgoing.on('error', fail).end();
      } else {
        pipeline(request, limited(), outgoing, fail);
      }
    };
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) {
      tooLarge();
      return;
    }
    send(isRead(request)).catch(fail);
  };
