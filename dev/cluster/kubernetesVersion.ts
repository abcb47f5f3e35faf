/** The Kubernetes release whose answers this cluster follows. */
export const KUBERNETES_VERSION = '1.36.2';
