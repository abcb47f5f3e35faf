import { ApiError } from '../apiError';

/** An error of a webhook about one field. */
export interface Cause {
  message: string;
  field?: string;
}

/** The API server's error for an object that a webhook refuses. */
export const refusal = (webhook: string, causes: readonly Cause[]): ApiError =>
  new ApiError({
    code: 422,
    reason: 'Invalid',
    message: `admission webhook "${webhook}.kubevirt.io" denied the request: ${causes.map(({ message }) => message).join(', ')}`,
    details: {
      causes: causes.map(({ message, field }) =>
        field === undefined ? { message } : { reason: 'FieldValueInvalid', message, field },
      ),
    },
  });
