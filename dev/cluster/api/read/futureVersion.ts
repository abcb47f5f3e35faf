import { ApiError } from '../../store/apiError';

/**
 * A read of a resourceVersion that does not exist yet. A real API server waits three seconds for it; here it fails at once.
 */
export const tooLargeVersion = (wanted: number, current: number): ApiError =>
  new ApiError(504, 'Timeout', `Timeout: Too large resource version: ${wanted}, current: ${current}`, {
    causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
    retryAfterSeconds: 1,
  });

/** Throws ApiError 504 when a list or get asks for a version from the future. */
export const refuseFutureVersion = (query: URLSearchParams, current: number): void => {
  const wanted = Number(query.get('resourceVersion'));
  if (wanted > current) {
    throw tooLargeVersion(wanted, current);
  }
};
