import { decodePatch, type Operation } from './decodePatch';

// fast-json-patch cannot be used here: its errors do not distinguish a missing parent from a missing key, nor say what is
// wrong with an index, as HCO's messages do, and it refuses the negative indexes that HCO's library accepts.

const unescape = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

const same = (left: unknown, right: unknown): boolean => {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return left === right;
  }
  const keys = Object.keys(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    keys.length === Object.keys(right).length &&
    keys.every(
      (key) =>
        key in right && same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
    )
  );
};

/** The object or array that contains the last part of a path; undefined if there is none. */
const holderOf = (document: unknown, path: string): { holder: unknown; key: string } | undefined => {
  const tokens = path.split('/').slice(1).map(unescape);
  const key = tokens.pop() ?? '';
  let holder = document;
  for (const token of tokens) {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, token)) {
      return undefined;
    }
    holder = (holder as Record<string, unknown>)[token];
  }
  return typeof holder === 'object' && holder !== null ? { holder, key } : undefined;
};

const missingPath = (path: string): Error =>
  new Error(`doc is missing path: ${JSON.stringify(path)}: missing value`);

const indexOf = (list: unknown[], key: string, limit: number): number => {
  const given = Number.parseInt(key, 10);
  if (!/^-?\d+$/.test(key)) {
    throw new Error(
      `value was not a proper array index: '${key}': strconv.Atoi: parsing ${JSON.stringify(key)}: invalid syntax`,
    );
  }
  const index = given < 0 ? given + list.length : given;
  if (index < 0 || index > limit) {
    throw new Error(`Unable to access invalid index: ${key}: invalid index referenced`);
  }
  return index;
};

const read = (document: unknown, path: string): unknown => {
  const found = holderOf(document, path);
  if (found === undefined) {
    throw missingPath(path);
  }
  const { holder, key } = found;
  if (Array.isArray(holder)) {
    return holder[indexOf(holder, key, holder.length - 1)] as unknown;
  }
  if (!Object.hasOwn(holder as object, key)) {
    throw missingPath(path);
  }
  return (holder as Record<string, unknown>)[key];
};

const add = (document: unknown, path: string, value: unknown): void => {
  const found = holderOf(document, path);
  if (found === undefined) {
    throw missingPath(path);
  }
  const { holder, key } = found;
  if (Array.isArray(holder)) {
    holder.splice(key === '-' ? holder.length : indexOf(holder, key, holder.length), 0, value);
  } else {
    (holder as Record<string, unknown>)[key] = value;
  }
};

const remove = (document: unknown, path: string): void => {
  const found = holderOf(document, path);
  if (found === undefined) {
    throw missingPath(path);
  }
  const { holder, key } = found;
  if (Array.isArray(holder)) {
    holder.splice(indexOf(holder, key, holder.length - 1), 1);
  } else if (!Reflect.has(holder as object, key)) {
    throw new Error(`Unable to remove nonexistent key: ${key}: missing value`);
  } else {
    Reflect.deleteProperty(holder as object, key);
  }
};

const replace = (document: unknown, path: string, value: unknown): void => {
  const found = holderOf(document, path);
  if (found === undefined) {
    throw new Error(`doc is missing path: ${path}: missing value`);
  }
  const { holder, key } = found;
  if (!Object.hasOwn(holder as object, key)) {
    throw new Error(`doc is missing key: ${path}: missing value`);
  }
  (holder as Record<string, unknown>)[key] = value;
};

const attempt = (what: string, path: string, action: () => void): void => {
  try {
    action();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      reason.startsWith('doc is missing')
        ? `${what} operation does not apply: ${reason}`
        : `error in ${what} for path: '${path}': ${reason}`,
    );
  }
};

const apply = (document: unknown, { op, path, from, value, hasValue }: Operation): void => {
  switch (op) {
    case 'add':
      attempt('add', path, () => {
        add(document, path, structuredClone(value));
      });
      return;
    case 'remove':
      attempt('remove', path, () => {
        remove(document, path);
      });
      return;
    case 'replace':
      attempt('replace', path, () => {
        replace(document, path, structuredClone(value));
      });
      return;
    case 'move':
    case 'copy':
      attempt(op, from, () => {
        const moved = structuredClone(read(document, from));
        if (op === 'move') {
          remove(document, from);
        }
        add(document, path, moved);
      });
      return;
    case 'test': {
      let present: unknown;
      try {
        present = read(document, path);
      } catch (error) {
        if (hasValue && value !== null) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(`error in test for path: '${path}': ${reason}`);
        }
      }
      if (!same(present ?? null, value ?? null)) {
        throw new Error(`testing value ${path} failed: test failed`);
      }
      return;
    }
  }
};

/**
 * Applies HCO's jsonpatch annotation to its object in place. Throws an Error with HCO's message; the object may then be
 * changed partly.
 */
export const applyJsonPatchAnnotation = (annotation: string, name: string, object: unknown): void => {
  try {
    const operations = decodePatch(annotation);
    if (operations.some(({ path }) => !path.startsWith('/spec/'))) {
      throw new Error('can only modify spec fields');
    }
    for (const operation of operations) {
      apply(object, operation);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`invalid jsonPatch in the ${name} annotation: ${reason}`);
  }
};
