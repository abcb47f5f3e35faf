import { ApiError } from '../apiError';

/** One complaint of a webhook about one field. */
export interface Cause {
  message: string;
  field?: string;
}

/** The API server's refusal of an object that a webhook complains about. */
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
