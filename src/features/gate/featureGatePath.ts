/** The *Feature gate* tab of the plugin's page; undefined shows all namespaces. */
export const featureGatePath = (namespace: string | undefined): string =>
  `/k8s/${namespace === undefined ? 'all-namespaces' : `ns/${namespace}`}/sidecar-hooks?tab=feature-gate`;
