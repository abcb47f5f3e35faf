import type { StoredObject } from '../../contract';
import { ApiError, badRequest } from '../../store/apiError';
import { keyOf } from '../../store/metadata';
import type { ResourceRequest } from '../resourceRequest';
import { requestMatcher } from '../selectors';
import { refuseFutureVersion } from './futureVersion';
import { renderList } from './render';

interface ContinueToken {
  resourceVersion: number;
  /** The key of the last object that was answered. */
  after: string;
}

const encodeToken = ({ resourceVersion, after }: ContinueToken): string =>
  Buffer.from(JSON.stringify({ v: 'meta.k8s.io/v1', rv: resourceVersion, start: after })).toString(
    'base64url',
  );

const decodeToken = (token: string): ContinueToken => {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof value === 'object' && value !== null && 'rv' in value && 'start' in value) {
      const { rv, start } = value;
      if (typeof rv === 'number' && typeof start === 'string') {
        return { resourceVersion: rv, after: start };
      }
    }
  } catch {
    // Told below, as any other token that was not handed out here.
  }
  throw badRequest('continue key is not valid: unable to decode the token');
};

const limitOf = (query: URLSearchParams): number => {
  const text = query.get('limit') ?? '';
  if (!/^\d*$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  }
  return Number(text) || Infinity;
};

const EXPIRED =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.';

/**
 * One page of a list. Later pages show the current objects with the resourceVersion of the first page, so that a watch from
 * there reports all changes since. If that version is too old for a watch, the answer is 410.
 */
export const listObjects = (
  request: ResourceRequest,
): { objects: StoredObject[]; metadata: Record<string, unknown> } => {
  const { host, type, namespace, query } = request;
  const collection = host.store.collection(type.plural);
  const { matches, selective } = requestMatcher(query, type.plural);
  const limit = limitOf(query);
  refuseFutureVersion(query, host.store.resourceVersion());
  const continued = query.get('continue');
  const token = continued ? decodeToken(continued) : undefined;
  if (token !== undefined && token.resourceVersion < collection.oldestResourceVersion()) {
    throw new ApiError(410, 'Expired', EXPIRED);
  }
  const resourceVersion = token?.resourceVersion ?? host.store.resourceVersion();

  const objects: StoredObject[] = [];
  let remaining = 0;
  for (const object of collection.objects(namespace, token?.after)) {
    if (!matches(object)) {
      continue;
    }
    if (objects.length < limit) {
      objects.push(object);
    } else {
      remaining += 1;
    }
  }
  const last = objects.at(-1);
  const more = remaining > 0 && last !== undefined;
  return {
    objects,
    metadata: {
      resourceVersion: String(resourceVersion),
      ...(more ? { continue: encodeToken({ resourceVersion, after: keyOf(last) }) } : {}),
      // With a selector the API server does not know the number of remaining objects.
      ...(more && !selective ? { remainingItemCount: remaining } : {}),
    },
  };
};

export const listText = (request: ResourceRequest): string => {
  const { objects, metadata } = listObjects(request);
  return renderList(request, objects, metadata);
};
