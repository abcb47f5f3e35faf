import type { Extension } from '@openshift/dynamic-plugin-sdk';

/** The host's own entries, in the format of plugins' extensions. */
export const HOST_SECTIONS: Extension[] = [
  { type: 'console.navigation/section', properties: { id: 'home', name: 'Home' } },
  {
    type: 'console.navigation/section',
    properties: { id: 'workloads', name: 'Workloads', insertAfter: 'home' },
  },
];

const resource = (
  section: string,
  id: string,
  name: string,
  group: string,
  version: string,
  kind: string,
): Extension => ({
  type: 'console.navigation/resource-ns',
  properties: { id, section, name, model: { group, version, kind } },
});

export const HOST_LINKS: Extension[] = [
  {
    type: 'console.navigation/resource-cluster',
    properties: {
      id: 'namespaces',
      section: 'home',
      name: 'Namespaces',
      model: { group: '', version: 'v1', kind: 'Namespace' },
    },
  },
  resource('home', 'events', 'Events', '', 'v1', 'Event'),
  resource('workloads', 'pods', 'Pods', '', 'v1', 'Pod'),
  resource('workloads', 'configmaps', 'ConfigMaps', '', 'v1', 'ConfigMap'),
  resource('workloads', 'secrets', 'Secrets', '', 'v1', 'Secret'),
  // Placed in kubevirt-plugin's section, although kubevirt-plugin has no such entry.
  {
    type: 'console.navigation/resource-ns',
    properties: {
      id: 'virtualmachineinstances',
      section: 'virtualization',
      insertBefore: 'templates',
      name: 'VirtualMachineInstances',
      model: { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachineInstance' },
    },
  },
];
