/**
 * The fields of an object to keep: `true` keeps a whole value, `{}` only its presence; for an array it applies to each item.
 * Plain data, so that it can be posted to a worker.
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

/** Returns a copy with only the fields of the projection. Omits values that should be objects but are not. */
export const project = (object: object, projection: Projection): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(projection).flatMap(([field, inner]) => {
      const value = Object.hasOwn(object, field)
        ? projected((object as Record<string, unknown>)[field], inner)
        : undefined;
      return value === undefined ? [] : [[field, value]];
    }),
  );
