/** The API server's error. `code` is the HTTP status; undefined without an answer. */
export interface ApiFailure {
  code: number | undefined;
  message: string;
  reason: string | undefined;
  /** Why there is no answer, if a browser can tell; undefined if there is one. */
  noAnswer: 'timeout' | 'network' | undefined;
  /** Milliseconds to wait according to `Retry-After` (429, 503). */
  retryAfterMs: number | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Upper limit for `Retry-After`. */
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

/** The console's fetch rejects after a timeout with an error of its own, which it does not export. */
const isTimeout = (error: Record<string, unknown>): boolean =>
  typeof error.url === 'string' && typeof error.ms === 'number';

/** Converts anything thrown or rejected into an error to show. Never throws. */
export const describeFailure = (error: unknown): ApiFailure => {
  const fields = isRecord(error) ? error : {};
  const body = isRecord(fields.json) ? fields.json : {};
  // Errors of the console's own hooks passed through redux and only have the shape of an HttpError.
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

/** API servers' messages for an unknown resource type; for a missing object the message has its name. */
const NO_SUCH_TYPE = ['404 page not found', 'the server could not find the requested resource'];

/** True if the cluster has no such resource type: from discovery in the SDK's watch hook, or from the API server. */
export const isNotInstalled = (error: unknown): boolean => {
  const { code, message } = describeFailure(error);
  return message === 'Model does not exist' || (code === 404 && NO_SUCH_TYPE.includes(message.trim()));
};

/**
 * True for a failed `test` operation and for a stale resourceVersion: for the user, both mean that somebody else has changed
 * the object. The API server answers a failed test and a missing path with the same 422 message.
 */
export const isChangedMeanwhile = (error: unknown): boolean => {
  const { code, message } = describeFailure(error);
  return (
    code === 409 ||
    (code === 422 && message === 'the server rejected our request due to an error in our request')
  );
};

/** A write that a rule of the cluster refused, whatever the user's permissions. */
export interface AdmissionRefusal {
  /** `rule`: another one, such as that of a namespace that is being deleted. */
  by: 'webhook' | 'policy' | 'quota' | 'podSecurity' | 'rule';
  /** Of the webhook, policy or quota; the level of Pod Security. */
  name: string;
  /** What it says; empty without explanation. */
  message: string;
}

const REFUSALS: readonly [AdmissionRefusal['by'], RegExp][] = [
  ['webhook', /admission webhook "([^"]+)" denied the request(?:: | without explanation)?([^]*)$/],
  ['policy', /ValidatingAdmissionPolicy '([^']+)' with binding '[^']+' denied request: ([^]*)$/],
  ['quota', /(?:exceeded|failed) quota: ([^,:]+)[,:] ([^]*)$/],
  ['podSecurity', /violates PodSecurity "([^"]+)": ([^]*)$/],
  // Unlike missing permissions, which begin with the user.
  ['rule', / is forbidden:()\s+(?!User "|unknown\b)([^]*)$/],
];

/** Undefined for any other error. The API server has no code for it, only these texts. */
export const admissionRefusal = (error: unknown): AdmissionRefusal | undefined => {
  const { message } = describeFailure(error);
  for (const [by, pattern] of REFUSALS) {
    const found = pattern.exec(message);
    if (found !== null) {
      const [, name = '', text = ''] = found;
      return { by, name, message: text };
    }
  }
  return undefined;
};
