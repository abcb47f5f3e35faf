/** What the SDK's `useActiveNamespace` answers when no single namespace is chosen. */
export const ALL_NAMESPACES = '#ALL_NS#';

/** The namespace a URL path names, ALL_NAMESPACES for one across all, undefined when it says nothing of it. */
export const namespaceOfPath = (path: string): string | undefined => {
  if (/^\/k8s\/all-namespaces(\/|$)/.test(path)) {
    return ALL_NAMESPACES;
  }
  const name = /^\/k8s\/ns\/([^/]+)/.exec(path)?.[1];
  return name === undefined ? undefined : decodeURIComponent(name);
};

/** `/k8s/ns/<namespace>` or `/k8s/all-namespaces`: the beginning of a path for a namespace. */
export const namespacePrefix = (namespace: string): string =>
  namespace === ALL_NAMESPACES ? '/k8s/all-namespaces' : `/k8s/ns/${encodeURIComponent(namespace)}`;

/**
 * The same page in another namespace. A single object does not exist there, so its page becomes the list it is in.
 * Paths without a namespace stay as they are.
 */
export const pathInNamespace = (path: string, namespace: string): string => {
  const page = /^\/k8s\/(?:all-namespaces|ns\/[^/]+)(\/[^/]+)?/.exec(path);
  return page === null ? path : `${namespacePrefix(namespace)}${page[1] ?? ''}`;
};
