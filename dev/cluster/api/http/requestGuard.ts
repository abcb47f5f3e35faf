import type { IncomingMessage } from 'node:http';
import { ApiError } from '../../store/apiError';

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

const isOwn = (host: string | undefined, port: number): boolean =>
  LOCAL_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));

/**
 * Lets only requests through that were meant for this server: a page that made its own name point to this machine
 * (DNS rebinding) names itself in Host, and a page of another site names itself in Origin. Throws ApiError 421/403.
 */
export const guardRequest = (request: IncomingMessage): void => {
  const port = request.socket.localPort ?? 0;
  const { host, origin } = request.headers;
  if (!isOwn(host?.toLowerCase(), port)) {
    throw new ApiError(
      421,
      'Misdirected',
      `this server answers to 127.0.0.1:${port} and localhost:${port} only, not to ${JSON.stringify(host ?? '')}`,
    );
  }
  if (origin !== undefined && !isOwn(/^http:\/\/(.*)$/.exec(origin.toLowerCase())?.[1], port)) {
    throw new ApiError(403, 'Forbidden', `requests from the origin ${JSON.stringify(origin)} are refused`);
  }
};
