import type { ApiErrorFields } from '../contract';

/** Why a request is refused, in the fields of the Status object that answers it. */
export class ApiError extends Error implements ApiErrorFields {
  readonly code: number;
  readonly reason: string;
  readonly details?: Record<string, unknown>;

  constructor(fields: ApiErrorFields) {
    super(fields.message);
    this.name = 'ApiError';
    this.code = fields.code;
    this.reason = fields.reason;
    if (fields.details !== undefined) {
      this.details = fields.details;
    }
  }
}

export const notFound = (group: string, resource: string, name: string): ApiError =>
  new ApiError({
    code: 404,
    reason: 'NotFound',
    message: `${resource}${group === '' ? '' : `.${group}`} "${name}" not found`,
    details: { name, ...(group === '' ? {} : { group }), kind: resource },
  });

/** The conflict that virt-api answers when a VM's state does not allow the request. */
export const stateConflict = (resource: string, name: string, why: string): ApiError =>
  new ApiError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${resource}.kubevirt.io "${name}": ${why}`,
    details: { name, group: 'kubevirt.io', kind: resource },
  });

/** An error with a code; used to tell API refusals from bugs whoever threw them. */
export const isApiError = (error: unknown): error is ApiErrorFields =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' && 'reason' in error;

export const errorMessage = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
