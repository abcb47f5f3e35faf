import { ApiError } from './apiError';

/** What is wrong with a field, in the API server's words. */
export interface FieldFault {
  field: string;
  reason: `FieldValue${string}`;
  message: string;
}

export const invalidValue = (field: string, value: unknown, why: string): FieldFault => ({
  field,
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
});

export const requiredValue = (field: string, why = ''): FieldFault => ({
  field,
  reason: 'FieldValueRequired',
  message: `Required value${why === '' ? '' : `: ${why}`}`,
});

/** All faults in one text, as Kubernetes joins them. */
export const faultsText = (faults: readonly FieldFault[]): string => {
  const texts = faults.map(({ field, message }) => `${field}: ${message}`);
  return texts.length === 1 ? String(texts[0]) : `[${texts.join(', ')}]`;
};

/** Error 422 about an object of a kind; where the server does not know the kind, the message names none. */
export const invalidFields = (
  kind: { group: string; kind: string } | undefined,
  name: string,
  faults: readonly FieldFault[],
): ApiError =>
  new ApiError({
    code: 422,
    reason: 'Invalid',
    message: `${kind === undefined ? '' : `${kind.kind}.${kind.group}`} "${name}" is invalid: ${faultsText(faults)}`,
    details: { name, ...kind, causes: faults },
  });
