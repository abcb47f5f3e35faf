/** The path of the *Feature gate* tab; undefined means all namespaces. */
export const featureGatePath = (namespace: string | undefined): string =>
  `/k8s/${namespace === undefined ? 'all-namespaces' : `ns/${namespace}`}/sidecar-hooks?tab=feature-gate`;
