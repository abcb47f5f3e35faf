import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { isApiError } from '../../store/apiError';
import { statusOf } from '../status';

/** Compressing smaller answers takes longer than it saves. */
const GZIP_FROM_BYTES = 128 * 1024;

const compress = promisify(gzip);

/** Browsers and curl get indented JSON unless they ask otherwise, as from a real API server. */
const wantsPretty = (request: IncomingMessage, query: URLSearchParams): boolean => {
  const pretty = query.get('pretty');
  if (pretty !== null) {
    return pretty !== 'false' && pretty !== '0';
  }
  return /^(curl|Wget|Mozilla\/5\.0)/.test(request.headers['user-agent'] ?? '');
};

export interface Answer {
  code: number;
  /** Text, of JSON unless `contentType` says otherwise, or an object to be made JSON. */
  body: string | Record<string, unknown>;
  contentType?: string;
  headers?: Record<string, string>;
}

/** The answer to an unknown path, including those of groups that are not installed: text instead of a Status. */
export const PAGE_NOT_FOUND: Answer = {
  code: 404,
  body: '404 page not found\n',
  contentType: 'text/plain; charset=utf-8',
};

const JSON_TYPE = 'application/json';

const acceptsGzip = (request: IncomingMessage): boolean =>
  /(^|,)\s*gzip\s*(,|;|$)/.test(request.headers['accept-encoding'] ?? '');

/** Sends a JSON answer, indented and compressed as the client asked. */
export const sendJson = async (
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
  { code, body, contentType = JSON_TYPE, headers = {} }: Answer,
): Promise<void> => {
  let text = typeof body === 'string' ? body : JSON.stringify(body);
  if (text !== '' && contentType.startsWith(JSON_TYPE) && wantsPretty(request, query)) {
    text = JSON.stringify(typeof body === 'string' ? JSON.parse(body) : body, undefined, 2);
  }
  let bytes: Buffer = Buffer.from(text);
  response.statusCode = code;
  response.setHeaders(new Map(Object.entries(headers)));
  response.setHeader('content-type', contentType);
  response.setHeader('cache-control', 'no-cache, private');
  if (bytes.length > GZIP_FROM_BYTES && acceptsGzip(request)) {
    bytes = await compress(bytes, { level: constants.Z_BEST_SPEED });
    response.setHeader('content-encoding', 'gzip');
    response.setHeader('vary', 'Accept-Encoding');
  }
  response.setHeader('content-length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
};

/** Converts anything thrown into a Status; anything but an ApiError is an internal error of the server. */
export const errorAnswer = (error: unknown): Answer => {
  if (isApiError(error)) {
    const delay = error.details?.retryAfterSeconds;
    const headers: Record<string, string> = typeof delay === 'number' ? { 'retry-after': String(delay) } : {};
    return { code: error.code, body: statusOf(error), headers };
  }
  process.emitWarning(error instanceof Error ? error : new Error(String(error)));
  const why = error instanceof Error ? error.message : String(error);
  return {
    code: 500,
    body: statusOf({
      code: 500,
      reason: 'InternalError',
      message: `Internal error occurred: ${why}`,
      details: { causes: [{ message: why }] },
    }),
  };
};
