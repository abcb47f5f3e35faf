import type { StoredObject } from '../cluster/contract';
import { BASE_NAMESPACE } from '../cluster/openshift/baseTemplates';
import { releaseOf } from '../cluster/kubevirt/release';
import { hookScript, namespace, onDefineDomain, virtualMachine, type MachineOptions } from './objects';
import { solidStateScript } from './scripts';

/** An object as a template has it: its namespace and age are those of whoever creates it. */
const templated = ({
  metadata: { name, labels, annotations = {} },
  ...rest
}: StoredObject): StoredObject => ({
  ...rest,
  metadata: {
    name,
    ...(labels === undefined ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  },
});

const machine = (name: string, options: MachineOptions): StoredObject =>
  templated(virtualMachine('', name, options));

const openShiftTemplate = (
  namespaceName: string,
  name: string,
  description: string,
  objects: StoredObject[],
  parameters: Record<string, unknown>[],
): StoredObject => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name, namespace: namespaceName, annotations: { description } },
  objects,
  parameters,
});

const generatedName = (prefix: string): Record<string, unknown> => ({
  name: 'NAME',
  description: 'Name of the VM',
  generate: 'expression',
  from: `${prefix}-[a-z0-9]{6}`,
});

const cacheNode: StoredObject = {
  apiVersion: 'template.kubevirt.io/v1alpha1',
  kind: 'VirtualMachineTemplate',
  metadata: { name: 'cache-node', namespace: 'storefront' },
  spec: {
    virtualMachine: machine('${NAME}', {
      sidecars: [onDefineDomain('shared-memory')],
      memory: '${MEMORY}',
    }),
    parameters: [generatedName('cache'), { name: 'MEMORY', value: '4Gi' }],
    message: 'The cache ${NAME} starts at once.',
  },
};

/**
 * Templates of every sort. SSP adds its base template to the namespace `openshift`.
 */
export const demoTemplates = (kubeVirtVersion: string): StoredObject[] => [
  namespace(BASE_NAMESPACE),
  openShiftTemplate(
    'storefront',
    'shop-server',
    'A shop server with limited disks. Brings its own hook script.',
    [
      machine('${NAME}', { sidecars: [onDefineDomain('${NAME}-disk-limits')] }),
      templated(hookScript('', '${NAME}-disk-limits', solidStateScript.replace('>1000<', '>${IOPS}<'))),
    ],
    [generatedName('shop'), { name: 'IOPS', description: 'Disk operations a second', value: '500' }],
  ),
  openShiftTemplate(
    'storefront',
    'shop-settings',
    'Settings of a shop, without any VM.',
    [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: '${NAME}-settings' },
        data: { currency: '${CURRENCY}' },
      },
    ],
    [
      { name: 'NAME', required: true },
      { name: 'CURRENCY', value: 'EUR' },
    ],
  ),
  openShiftTemplate(
    'desktops',
    'classroom',
    'The desktops of a teacher and a pupil. Only the teacher has a hook.',
    [
      machine('${NAME}-teacher', { sidecars: [onDefineDomain('legacy-nic')], runStrategy: 'Halted' }),
      machine('${NAME}-pupil', { runStrategy: 'Halted' }),
    ],
    [generatedName('class')],
  ),
  ...(releaseOf(kubeVirtVersion).templateVersions.length === 0 ? [] : [cacheNode]),
];
