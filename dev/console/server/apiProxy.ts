import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { Transform, pipeline } from 'node:stream';
import type { RequestHandler, Response } from 'express';
import type { ConsoleOptions } from './consoleServer';
import { impersonationHeaders, impersonationInHeaders, mayImpersonate } from './impersonation';
import { personaOf } from './persona';

/** What the API server itself accepts at most, in bytes. */
const BODY_LIMIT = 3 * 1024 * 1024;

/** What a browser says to the console and the API server must not hear, and what concerns one connection only. */
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

/** Refusals of the console itself look like those of the API server, for the same code reads them. */
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
    without(upstream.headers, ['connection', 'keep-alive', 'transfer-encoding', 'set-cookie']),
  )) {
    if (value !== undefined) {
      response.setHeader(name, value);
    }
  }
  // What the cluster serves is data: a browser that opens it must not run it with the console's rights.
  response.setHeader('Content-Security-Policy', 'sandbox');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.flushHeaders();
  pipeline(upstream, response, () => undefined);
};

/** Passes `/api/kubernetes/…` on to the API server as the persona of the browser. Bodies stream both ways. */
export const proxyApi =
  ({ apiUrl, personas }: Pick<ConsoleOptions, 'apiUrl' | 'personas'>): RequestHandler =>
  (request, response) => {
    const persona = personaOf(request, personas);
    const impersonation = impersonationInHeaders(request.headers);
    if (impersonation.user !== undefined && !mayImpersonate(persona)) {
      refuse(response, 403, 'Forbidden', `${persona.displayName} may not act as another user.`);
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) {
      refuse(response, 413, 'RequestEntityTooLarge', `Request entity too large: limit is ${BODY_LIMIT}`);
      return;
    }
    const { hostname, port } = new URL(apiUrl);
    const upstream = httpRequest({
      hostname,
      port,
      method: request.method,
      // Mounted with `use`, `url` is the path below the mount point, query included.
      path: request.url,
      headers: {
        ...without(request.headers, KEPT_BACK),
        ...impersonationHeaders(impersonation),
        authorization: `Bearer ${persona.token}`,
      },
    });
    upstream.on('response', (incoming) => {
      answer(incoming, response);
    });
    response.on('close', () => {
      upstream.destroy();
    });
    pipeline(request, limited(), upstream, (error) => {
      if (error instanceof BodyTooLarge) {
        refuse(response, 413, 'RequestEntityTooLarge', `Request entity too large: limit is ${BODY_LIMIT}`);
      } else if (error && !response.headersSent) {
        refuse(response, 502, 'BadGateway', `The API server at ${apiUrl} does not answer.`);
      }
    });
  };
