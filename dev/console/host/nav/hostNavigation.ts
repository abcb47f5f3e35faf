import type { Extension } from '@openshift/dynamic-plugin-sdk';

/** The host's own entries, in the form in which plugins bring theirs. */
export const hostSections: Extension[] = [
  { type: 'console.navigation/section', properties: { id: 'home', name: 'Home' } },
  {
    type: 'console.navigation/section',
    properties: { id: 'workloads', name: 'Workloads', insertAfter: 'home' },
  },
];

/** There when kubevirt-plugin is (flag KUBEVIRT_VIRTUALIZATION_NAV), under the id that it uses. */
export const virtualizationSection: Extension = {
  type: 'console.navigation/section',
  properties: { id: 'virtualization', name: 'Virtualization', insertAfter: 'workloads' },
};

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

export const hostLinks: Extension[] = [
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
];

export const virtualizationLinks: Extension[] = [
  resource('virtualization', 'virtualmachines', 'VirtualMachines', 'kubevirt.io', 'v1', 'VirtualMachine'),
  resource(
    'virtualization',
    'virtualmachineinstances',
    'VirtualMachineInstances',
    'kubevirt.io',
    'v1',
    'VirtualMachineInstance',
  ),
];
