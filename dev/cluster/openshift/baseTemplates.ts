import type { StoredObject } from '../contract';

export const BASE_NAMESPACE = 'openshift';
const VERSION = 'v0.35.0';
const NAME = 'fedora-server-small';

/** A small copy of one of the base templates that SSP brings: its disk is a clone of an image of the cluster. */
const fedora: StoredObject = {
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: {
    name: NAME,
    namespace: BASE_NAMESPACE,
    annotations: {
      'openshift.io/display-name': 'Fedora VM',
      'openshift.io/provider-display-name': 'KubeVirt',
      description: 'A VM with Fedora. An image of Fedora must be in the cluster.',
      tags: 'hidden,kubevirt,virtualmachine,fedora',
      iconClass: 'icon-fedora',
      'template.openshift.io/bindable': 'false',
      'template.kubevirt.io/version': 'v1alpha1',
      'defaults.template.kubevirt.io/disk': 'rootdisk',
    },
    labels: {
      'os.template.kubevirt.io/fedora43': 'true',
      'workload.template.kubevirt.io/server': 'true',
      'flavor.template.kubevirt.io/small': 'true',
      'template.kubevirt.io/type': 'base',
      'template.kubevirt.io/version': VERSION,
      'template.kubevirt.io/default-os-variant': 'true',
      'template.kubevirt.io/architecture': 'amd64',
      'app.kubernetes.io/name': 'common-templates',
      'app.kubernetes.io/component': 'templating',
      'app.kubernetes.io/managed-by': 'ssp-operator',
    },
  },
  objects: [
    {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: {
        name: '${NAME}',
        labels: {
          'vm.kubevirt.io/template': NAME,
          'vm.kubevirt.io/template.version': VERSION,
          'vm.kubevirt.io/template.revision': '1',
          app: '${NAME}',
        },
      },
      spec: {
        dataVolumeTemplates: [
          {
            apiVersion: 'cdi.kubevirt.io/v1beta1',
            kind: 'DataVolume',
            metadata: { name: '${NAME}' },
            spec: {
              storage: { resources: { requests: { storage: '30Gi' } } },
              sourceRef: {
                kind: 'DataSource',
                name: '${DATA_SOURCE_NAME}',
                namespace: '${DATA_SOURCE_NAMESPACE}',
              },
            },
          },
        ],
        runStrategy: 'Halted',
        template: {
          metadata: {
            annotations: {
              'vm.kubevirt.io/os': 'fedora',
              'vm.kubevirt.io/workload': 'server',
              'vm.kubevirt.io/flavor': 'small',
            },
            labels: { 'kubevirt.io/domain': '${NAME}', 'kubevirt.io/size': 'small' },
          },
          spec: {
            architecture: 'amd64',
            domain: {
              cpu: { sockets: 1, cores: 1, threads: 1 },
              memory: { guest: '2Gi' },
              devices: {
                rng: {},
                disks: [
                  { name: 'rootdisk', disk: { bus: 'virtio' } },
                  { name: 'cloudinitdisk', disk: { bus: 'virtio' } },
                ],
                interfaces: [{ name: 'default', masquerade: {}, model: 'virtio' }],
              },
            },
            networks: [{ name: 'default', pod: {} }],
            terminationGracePeriodSeconds: 180,
            volumes: [
              { name: 'rootdisk', dataVolume: { name: '${NAME}' } },
              {
                name: 'cloudinitdisk',
                cloudInitNoCloud: {
                  userData: '#cloud-config\nuser: fedora\npassword: ${CLOUD_USER_PASSWORD}\n',
                },
              },
            ],
          },
        },
      },
    },
  ],
  parameters: [
    { name: 'NAME', description: 'Name of the VM', generate: 'expression', from: 'fedora-[a-z0-9]{16}' },
    { name: 'DATA_SOURCE_NAME', description: 'Name of the DataSource to clone', value: 'fedora' },
    {
      name: 'DATA_SOURCE_NAMESPACE',
      description: 'Namespace of that DataSource',
      value: 'kubevirt-os-images',
    },
    {
      name: 'CLOUD_USER_PASSWORD',
      description: 'Password of the user fedora',
      generate: 'expression',
      from: '[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}',
    },
  ],
};

export const BASE_TEMPLATES: readonly StoredObject[] = [fedora];
