/** The SDK's `useActiveNamespace` returns this if no single namespace is chosen. */
export const ALL_NAMESPACES = '#ALL_NS#';

/** The namespace in a URL path, ALL_NAMESPACES for all of them, undefined if the path has none. */
export const namespaceOfPath = (path: string): string | undefined => {
  if (/^\/k8s\/all-namespaces(\/|$)/.test(path)) {
    return ALL_NAMESPACES;
  }
  const name = /^\/k8s\/ns\/([^/]+)/.exec(path)?.[1];
  return name === undefined ? undefined : decodeURIComponent(name);
};

/** The beginning of a path for a namespace: `/k8s/ns/<namespace>` or `/k8s/all-namespaces`. */
export const namespacePrefix = (namespace: string): string =>
  namespace === ALL_NAMESPACES ? '/k8s/all-namespaces' : `/k8s/ns/${encodeURIComponent(namespace)}`;

/**
 * The path of the same page in another namespace. The page of an object becomes the list of its kind, because the object
 * does not exist there. Paths without a namespace stay unchanged.
 */
export const pathInNamespace = (path: string, namespace: string): string => {
  const page = /^\/k8s\/(?:all-namespaces|ns\/[^/]+)(\/[^/]+)?/.exec(path);
  return page === null ? path : `${namespacePrefix(namespace)}${page[1] ?? ''}`;
};
