/**
 * Which fields of an object to keep: `true` is all of it, `{}` only that it is there; for an array it says what to keep
 * of each item. Plain data, so that it can be posted to a worker.
 */
export interface Projection {
  readonly [field: string]: true | Projection;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const projected = (value: unknown, projection: true | Projection): unknown => {
  if (projection === true) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => projected(item, projection));
  }
  return isRecord(value) ? project(value, projection) : undefined;
};

/** A copy with nothing but the fields of the projection. What is not an object where it should be is left out. */
export const project = (object: object, projection: Projection): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(projection).flatMap(([field, inner]) => {
      const value = Object.hasOwn(object, field)
        ? projected((object as Record<string, unknown>)[field], inner)
        : undefined;
      return value === undefined ? [] : [[field, value]];
    }),
  );
