/** What the path of a resource request names. */
export interface ResourcePath {
  /** '' for the core group. */
  group: string;
  version: string;
  namespace: string | undefined;
  plural: string;
  name: string | undefined;
  subresource: string | undefined;
}

const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

/**
 * Reads `/api/v1/…` and `/apis/<group>/<version>/…`. Undefined for other paths, and for those that name no
 * resource (discovery). The namespace of a request for a namespace is that namespace itself.
 */
export const parseResourcePath = (pathname: string): ResourcePath | undefined => {
  let segments: string[];
  try {
    segments = pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
  if (segments.at(-1) === '') {
    segments.pop();
  }
  const root = segments.shift();
  if (root !== 'api' && root !== 'apis') {
    return undefined;
  }
  const group = root === 'api' ? '' : segments.shift();
  const version = segments.shift();
  if (group === undefined || version === undefined || segments.length === 0) {
    return undefined;
  }
  const [first, namespace, third = ''] = segments;
  if (first === 'namespaces' && segments.length > 2 && !NAMESPACE_SUBRESOURCES.includes(third)) {
    const [, , plural = '', name, ...rest] = segments;
    return { group, version, namespace, plural, name, subresource: rest.join('/') || undefined };
  }
  const [plural = '', name, ...rest] = segments;
  return {
    group,
    version,
    namespace: group === '' && plural === 'namespaces' ? name : undefined,
    plural,
    name,
    subresource: rest.join('/') || undefined,
  };
};

const isTrue = (value: string | null): boolean => value === 'true' || value === '1' || value === '';

const isWatch = (query: URLSearchParams): boolean => query.has('watch') && isTrue(query.get('watch'));

/** A boolean query parameter, as Go reads it: present without a value means true. */
export const flag = (query: URLSearchParams, name: string): boolean =>
  query.has(name) && isTrue(query.get(name));

/** The verb that authorization knows the request by; undefined for a method that resources do not have. */
export const verbOf = (method: string, path: ResourcePath, query: URLSearchParams): string | undefined => {
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (path.subresource === undefined && isWatch(query)) {
        return 'watch';
      }
      return path.name === undefined ? 'list' : 'get';
    case 'POST':
      return 'create';
    case 'PUT':
      return path.name === undefined ? undefined : 'update';
    case 'PATCH':
      return path.name === undefined ? undefined : 'patch';
    case 'DELETE':
      return path.name === undefined ? 'deletecollection' : 'delete';
    default:
      return undefined;
  }
};
