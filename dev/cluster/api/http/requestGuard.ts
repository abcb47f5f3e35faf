import type { IncomingMessage } from 'node:http';
import type { Persona } from '../../contract';
import { ApiError } from '../../store/apiError';
import { hasKnownToken } from '../access/authentication';

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

const isOwn = (host: string | undefined, port: number): boolean =>
  LOCAL_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));

/**
 * Accepts only requests for this server: a page whose own name resolves to this machine (DNS rebinding) has that name in
 * Host, a page of another site has its name in Origin. With a token the Origin does not matter, as for a real API server:
 * pages of other sites have no token, and consoles forward the Origin of their own pages. Throws ApiError 421 or 403.
 */
export const guardRequest = (request: IncomingMessage, personas: readonly Persona[]): void => {
  const port = request.socket.localPort ?? 0;
  const { host, origin } = request.headers;
  if (!isOwn(host?.toLowerCase(), port)) {
    throw new ApiError(
      421,
      'Misdirected',
      `this server answers to 127.0.0.1:${port} and localhost:${port} only, not to ${JSON.stringify(host ?? '')}`,
    );
  }
  const isForeign = origin !== undefined && !isOwn(/^http:\/\/(.*)$/.exec(origin.toLowerCase())?.[1], port);
  if (isForeign && !hasKnownToken(request.headers, personas)) {
    throw new ApiError(403, 'Forbidden', `requests from the origin ${JSON.stringify(origin)} are refused`);
  }
};
