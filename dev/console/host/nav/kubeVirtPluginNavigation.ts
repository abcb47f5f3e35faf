import type { Extension } from '@openshift/dynamic-plugin-sdk';
import { VIRTUALIZATION } from '../perspective/perspectives';

/** kubevirt-plugin's pages, which this console does not have, by the last part of their path. */
export const KUBE_VIRT_PLUGIN_PAGES = [
  'templates',
  'bootablevolumes',
  'virtualmachine-networks',
  'checkups',
  'virtualization-settings',
];

type Place = Partial<Record<'insertAfter' | 'insertBefore', string>>;

const entry = (type: string, id: string, properties: Record<string, unknown>, place: Place): Extension => ({
  type: `console.navigation/${type}`,
  properties: { id, ...properties, ...place },
});
const page = (id: string, name: string, href: string, insertAfter: string): Extension =>
  entry('href', id, { name, href, prefixNamespaced: true }, { insertAfter });
const clusterResource = (
  id: string,
  name: string,
  model: Record<'group' | 'version' | 'kind', string>,
  insertAfter: string,
): Extension => entry('resource-cluster', id, { name, model }, { insertAfter });
const separator = (number: number, insertAfter: string, insertBefore: string): Extension =>
  entry('separator', `virtualization-separator-${number}`, {}, { insertAfter, insertBefore });

const ENTRIES = [
  entry(
    'resource-ns',
    'virtualmachines',
    { name: 'VirtualMachines', model: { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' } },
    {},
  ),
  page('templates', 'Templates', 'templates', 'virtualmachines'),
  page('virtualization-bootablevolumes', 'Bootable volumes', 'bootablevolumes', 'templates'),
  separator(1, 'virtualization-bootablevolumes', 'virtualmachineclusterinstancetypes'),
  clusterResource(
    'virtualmachineclusterinstancetypes',
    'InstanceTypes',
    { group: 'instancetype.kubevirt.io', version: 'v1beta1', kind: 'VirtualMachineClusterInstancetype' },
    'virtualization-separator-1',
  ),
  entry(
    'href',
    'vmnetwork',
    { name: 'Virtual machine networks', href: '/k8s/cluster/virtualmachine-networks' },
    { insertAfter: 'virtualmachineclusterinstancetypes' },
  ),
  separator(2, 'vmnetwork', 'migrationpolicies'),
  clusterResource(
    'migrationpolicies',
    'MigrationPolicies',
    { group: 'migrations.kubevirt.io', version: 'v1alpha1', kind: 'MigrationPolicy' },
    'virtualization-separator-2',
  ),
  page('virtualization-checkups', 'Checkups', 'checkups', 'migrationpolicies'),
  separator(3, 'virtualization-checkups', 'virtualization-settings'),
  page('virtualization-settings', 'Settings', 'virtualization-settings', 'virtualization-separator-3'),
];

const inSection = ({ type, properties }: Extension): Extension => ({
  type,
  properties: { ...properties, section: 'virtualization' },
});

const ofPerspective = (id: string): string => `${id}-virt-perspective`;

const inPerspective = ({ type, properties }: Extension): Extension => ({
  type,
  properties: {
    ...properties,
    perspective: VIRTUALIZATION.id,
    ...Object.fromEntries(
      Object.entries(properties as Record<string, unknown>)
        .filter(([key]) => ['id', 'insertAfter', 'insertBefore'].includes(key))
        .map(([key, id]) => [key, ofPerspective(String(id))]),
    ),
  },
});

/** kubevirt-plugin's navigation under its ids: a section of Core platform, and a perspective. */
export const KUBE_VIRT_PLUGIN_NAVIGATION: Extension[] = [
  {
    type: 'console.navigation/section',
    properties: { id: 'virtualization', name: 'Virtualization', insertAfter: 'workloads' },
  },
  ...ENTRIES.map(inSection),
  ...ENTRIES.map(inPerspective),
];
