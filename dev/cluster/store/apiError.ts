import type { ApiErrorFields, ResourceType } from '../contract';

/** An error that the API server answers as a Status object. */
export class ApiError extends Error implements ApiErrorFields {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Errors are told by their shape, so that behaviours may throw a class of their own. */
export const isApiError = (error: unknown): error is ApiErrorFields =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'number' &&
  'reason' in error &&
  typeof error.reason === 'string' &&
  'message' in error &&
  typeof error.message === 'string';

/** `virtualmachines.kubevirt.io`, or `pods` for the core group. */
export const groupResource = (group: string, plural: string): string =>
  group === '' ? plural : `${plural}.${group}`;

/** `details` of a Status as the API server writes them: empty names and groups are left out. */
export const resourceDetails = (group: string, kind: string, name: string): Record<string, unknown> => ({
  ...(name === '' ? {} : { name }),
  ...(group === '' ? {} : { group }),
  ...(kind === '' ? {} : { kind }),
});

type Named = Pick<ResourceType, 'group' | 'plural'>;

export const notFound = ({ group, plural }: Named, name: string): ApiError =>
  new ApiError(
    404,
    'NotFound',
    `${groupResource(group, plural)} "${name}" not found`,
    resourceDetails(group, plural, name),
  );

export const alreadyExists = ({ group, plural }: Named, name: string): ApiError =>
  new ApiError(
    409,
    'AlreadyExists',
    `${groupResource(group, plural)} "${name}" already exists`,
    resourceDetails(group, plural, name),
  );

export const conflict = ({ group, plural }: Named, name: string, why?: string): ApiError =>
  new ApiError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${groupResource(group, plural)} "${name}": ${
      why ?? 'the object has been modified; please apply your changes to the latest version and try again'
    }`,
    resourceDetails(group, plural, name),
  );

export const badRequest = (message: string): ApiError => new ApiError(400, 'BadRequest', message);

/** One complaint about one field, in the API server's words: `Required value`, `Invalid value: "x": …`. */
export interface FieldError {
  field: string;
  reason: `FieldValue${string}`;
  message: string;
}

export const invalidValue = (field: string, value: unknown, why: string): FieldError => ({
  field,
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
});

export const requiredValue = (field: string, why = ''): FieldError => ({
  field,
  reason: 'FieldValueRequired',
  message: `Required value${why === '' ? '' : `: ${why}`}`,
});

/** 422 with one cause per field error. */
export const invalid = (
  { group, kind }: Pick<ResourceType, 'group' | 'kind'>,
  name: string,
  errors: readonly FieldError[],
): ApiError => {
  const texts = errors.map(({ field, message }) => `${field}: ${message}`);
  const summary = texts.length === 1 ? String(texts[0]) : `[${texts.join(', ')}]`;
  return new ApiError(422, 'Invalid', `${groupResource(group, kind)} "${name}" is invalid: ${summary}`, {
    ...resourceDetails(group, kind, name),
    causes: errors.map(({ field, reason, message }) => ({ reason, message, field })),
  });
};
