import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import type { CoreState } from '@openshift-console/dynamic-plugin-sdk/lib/app/redux-types';
import { HttpError, TimeoutError } from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';

// The SDK requires this path: `@console/shared/src/utils/console-fetch`.

const DEFAULT_TIMEOUT_MS = 60_000;

const csrfToken = (): string => /(?:^|;\s*)csrf-token=([^;]+)/.exec(document.cookie)?.[1] ?? '';

const impersonationHeaders = (): [string, string][] => {
  // Component tests have no store and nobody is impersonated.
  const store = storeHandler.getStore() as { getState: () => { sdkCore: CoreState } } | undefined;
  const impersonate = store?.getState().sdkCore.impersonate;
  if (impersonate === undefined) {
    return [];
  }
  return [
    ['Impersonate-User', impersonate.name],
    ...(impersonate.groups ?? []).map((group): [string, string] => ['Impersonate-Group', group]),
  ];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The message of a Kubernetes Status, with its causes. */
const messageOf = (json: unknown, response: Response): string => {
  if (isRecord(json) && typeof json.message === 'string' && json.message !== '') {
    return json.message;
  }
  if (isRecord(json) && typeof json.error === 'string') {
    return json.error;
  }
  return response.statusText === '' ? `HTTP status ${response.status}` : response.statusText;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const refuse = async (response: Response): Promise<never> => {
  if (response.status === 401) {
    // The session has expired; the real console would open its login page.
    window.dispatchEvent(new CustomEvent('session-over'));
  }
  const text = await response.text();
  const json = parseJson(text);
  const message = json === undefined && text !== '' ? text : messageOf(json, response);
  throw new HttpError(message, response.status, response, json);
};

/** `fetch` with the console's headers. Rejects with HttpError unless the answer is 2xx, with TimeoutError after `timeout` ms. */
export const coFetch = async (
  url: string,
  options: RequestInit = {},
  timeout = DEFAULT_TIMEOUT_MS,
): Promise<Response> => {
  const headers = new Headers(options.headers);
  if ((options.method ?? 'GET') !== 'GET') {
    headers.set('X-CSRFToken', csrfToken());
  }
  for (const [name, value] of impersonationHeaders()) {
    headers.append(name, value);
  }
  const timer = new AbortController();
  const handle =
    timeout > 0
      ? setTimeout(() => {
          timer.abort();
        }, timeout)
      : undefined;
  const signals = [timer.signal, ...(options.signal ? [options.signal] : [])];
  try {
    const response = await fetch(url, { ...options, headers, signal: AbortSignal.any(signals) });
    return response.ok ? response : await refuse(response);
  } catch (error) {
    throw timer.signal.aborted ? new TimeoutError(url, timeout) : error;
  } finally {
    clearTimeout(handle);
  }
};

/** Returns JSON if the response says so, otherwise its text, and {} for an empty one. */
const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') {
    return {};
  }
  return response.headers.get('Content-Type')?.includes('json') === true
    ? (JSON.parse(text) as unknown)
    : text;
};

const request = async (
  url: string,
  method: string,
  options: RequestInit | null | undefined,
  timeout: number | null | undefined,
): Promise<unknown> => {
  const headers = new Headers(options?.headers);
  if (!headers.has('Accept')) {
    headers.set('Accept', 'application/json');
  }
  return bodyOf(await coFetch(url, { ...options, method, headers }, timeout ?? undefined));
};

const send = async (
  url: string,
  method: string,
  json: unknown,
  options: RequestInit | null | undefined,
  timeout: number | null | undefined,
): Promise<unknown> => {
  const type =
    method === 'PATCH' ? 'application/json-patch+json;charset=UTF-8' : 'application/json;charset=UTF-8';
  const headers = new Headers(options?.headers);
  headers.set('Content-Type', headers.get('Content-Type') ?? type);
  return request(
    url,
    method,
    { ...options, headers, ...(json === undefined || json === null ? {} : { body: JSON.stringify(json) }) },
    timeout,
  );
};

type Send = (
  url: string,
  json?: unknown,
  options?: RequestInit | null,
  timeout?: number | null,
) => Promise<unknown>;

interface FetchJson {
  (url: string, method?: string, options?: RequestInit | null, timeout?: number | null): Promise<unknown>;
  post: Send;
  put: Send;
  patch: Send;
  delete: Send;
}

export const coFetchJSON: FetchJson = Object.assign(
  async (url: string, method = 'GET', options?: RequestInit | null, timeout?: number | null) =>
    request(url, method, options, timeout),
  {
    post: ((url, json, options, timeout) => send(url, 'POST', json, options, timeout)) satisfies Send,
    put: ((url, json, options, timeout) => send(url, 'PUT', json, options, timeout)) satisfies Send,
    patch: ((url, json, options, timeout) => send(url, 'PATCH', json, options, timeout)) satisfies Send,
    delete: ((url, json, options, timeout) => send(url, 'DELETE', json, options, timeout)) satisfies Send,
  },
);

export const coFetchText = async (url: string, options?: RequestInit, timeout?: number): Promise<string> =>
  (await coFetch(url, options, timeout)).text();
