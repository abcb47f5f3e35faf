import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';

const coreModel = (kind: string, plural: string, abbr: string, namespaced = true): K8sModel => ({
  apiVersion: 'v1',
  kind,
  label: kind,
  labelPlural: `${kind}s`,
  plural,
  abbr,
  namespaced,
});

/** Models for the host's own requests, before discovery has answered. */
export const NamespaceModel = coreModel('Namespace', 'namespaces', 'NS', false);
export const PodModel = coreModel('Pod', 'pods', 'P');
export const EventModel = coreModel('Event', 'events', 'E');
export const ConfigMapModel = coreModel('ConfigMap', 'configmaps', 'CM');
