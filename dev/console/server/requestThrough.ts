import type { ClientRequest, OutgoingHttpHeaders } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import type { Connection } from './upstream';

const withoutSlash = (text: string): string => text.replace(/\/$/, '');

/** Opens a request to the API server; `path` is appended unchanged to the path of the base URL. */
export const requestThrough = (
  { url, agent }: Connection,
  method: string,
  path: string,
  headers: OutgoingHttpHeaders,
): ClientRequest => {
  const base = new URL(url);
  const { hostname, port } = urlToHttpOptions(base);
  const send = base.protocol === 'https:' ? httpsRequest : httpRequest;
  return send({ hostname, port, method, path: withoutSlash(base.pathname) + path, headers, agent });
};

export const socketUrl = ({ url }: Connection, path: string): URL => {
  const target = new URL(withoutSlash(url) + path);
  target.protocol = target.protocol === 'https:' ? 'wss:' : 'ws:';
  return target;
};
