import type { Connection } from '../console/server/upstream';
import { requestThrough } from '../console/server/requestThrough';

export interface ApiAnswer {
  status: number;
  /** Undefined if the answer is not JSON. */
  body: unknown;
}

const TIMEOUT_MS = 10_000;

export class ApiTimeout extends Error {}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Sends one request to the API server: POST with a body, GET without. Rejects with a connection error or ApiTimeout. */
export const askApi = async (connection: Connection, path: string, body?: unknown): Promise<ApiAnswer> =>
  new Promise((resolve, reject) => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const request = requestThrough(connection, json === undefined ? 'GET' : 'POST', path, {
      accept: 'application/json',
      ...(json === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
      ...connection.headers,
    });
    const timer = setTimeout(() => {
      request.destroy(new ApiTimeout());
    }, TIMEOUT_MS);
    request.on('close', () => {
      clearTimeout(timer);
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks).toString('utf8')) });
      });
    });
    request.end(json);
  });
