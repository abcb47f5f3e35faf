import { HttpError } from '@openshift-console/dynamic-plugin-sdk';

/** What the API server said, in its own words. `code` is the HTTP status; undefined when no answer came. */
export interface ApiFailure {
  code: number | undefined;
  message: string;
  reason: string | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Narrows anything thrown or rejected to what can be shown. Never throws. */
export const describeFailure = (error: unknown): ApiFailure => {
  if (error instanceof HttpError) {
    const status: unknown = error.json;
    const body = isRecord(status) ? status : {};
    return {
      code: error.code,
      message: text(body.message) ?? error.message,
      reason: text(body.reason),
    };
  }
  if (isRecord(error)) {
    // The watch hook's errors are HttpError-like objects that went through redux.
    const response = isRecord(error.response) ? error.response : {};
    const code = error.code ?? response.status;
    const json = isRecord(error.json) ? error.json : {};
    return {
      code: typeof code === 'number' ? code : undefined,
      message: text(json.message) ?? text(error.message) ?? 'Unknown error',
      reason: text(json.reason),
    };
  }
  return { code: undefined, message: text(error) ?? 'Unknown error', reason: undefined };
};

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
