/** What the API server said, in its own words. `code` is the HTTP status; undefined when no answer came. */
export interface ApiFailure {
  code: number | undefined;
  message: string;
  reason: string | undefined;
  /** Why there is no answer, as far as a browser can tell; undefined when there is one. */
  noAnswer: 'timeout' | 'network' | undefined;
  /** Milliseconds for which the server asks to be left alone (429, 503). */
  retryAfterMs: number | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Longer than this nobody is made to wait, whatever a server says. */
const LONGEST_RETRY_AFTER_MS = 5 * 60_000;

/** `Retry-After` is a number of seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
const retryAfterMsOf = (response: unknown): number | undefined => {
  const value = response instanceof Response ? response.headers.get('Retry-After') : null;
  if (value === null) {
    return undefined;
  }
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, ms));
};

/** The console gives up on a request after a time and says so with an error of its own, which it does not export. */
const isTimeout = (error: Record<string, unknown>): boolean =>
  typeof error.url === 'string' && typeof error.ms === 'number';

/** Narrows anything thrown or rejected to what can be shown. Never throws. */
export const describeFailure = (error: unknown): ApiFailure => {
  const fields = isRecord(error) ? error : {};
  const body = isRecord(fields.json) ? fields.json : {};
  // Errors of the console's own hooks went through redux and are HttpErrors in shape only.
  const response = isRecord(fields.response) ? fields.response : {};
  const code = fields.code ?? response.status;
  const isAnswered = typeof code === 'number';
  return {
    code: isAnswered ? code : undefined,
    message: text(body.message) ?? text(fields.message) ?? text(error) ?? 'Unknown error',
    reason: text(body.reason),
    noAnswer: isTimeout(fields)
      ? 'timeout'
      : error instanceof TypeError && !isAnswered
        ? 'network'
        : undefined,
    retryAfterMs: retryAfterMsOf(fields.response),
  };
};

export const isSessionOver = (error: unknown): boolean => describeFailure(error).code === 401;
export const isForbidden = (error: unknown): boolean => describeFailure(error).code === 403;
export const isNotFound = (error: unknown): boolean => describeFailure(error).code === 404;

/** What API servers say of a resource type that they do not serve; of a missing object they say its name. */
const NO_SUCH_TYPE = ['404 page not found', 'the server could not find the requested resource'];

/**
 * True when the cluster has no such resource type. The SDK's watch hook says so from discovery, in these words; a list
 * that was asked for hears it from the API server.
 */
export const isNotInstalled = (error: unknown): boolean => {
  const { code, message } = describeFailure(error);
  return message === 'Model does not exist' || (code === 404 && NO_SUCH_TYPE.includes(message.trim()));
};

/**
 * A failed `test` operation and a stale resourceVersion are one thing to the user: somebody changed the object
 * meanwhile. The API server answers a failed test and a missing path with the same 422 text.
 */
export const isChangedMeanwhile = (error: unknown): boolean => {
  const { code, message } = describeFailure(error);
  return (
    code === 409 ||
    (code === 422 && message === 'the server rejected our request due to an error in our request')
  );
};
