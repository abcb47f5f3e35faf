import { expect, it } from 'vitest';
import type { Template } from '../objects/templateResources';
import { copyOfTemplate } from './copyOfTemplate';

it('copies a base template without what belongs to its owner', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: '${NAME}' } };
  const machine = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: {
      name: '${NAME}',
      labels: { app: '${NAME}', 'vm.kubevirt.io/template': 'base', 'vm.kubevirt.io/template.version': 'v1' },
    },
    spec: { running: false },
  };
  const template: Template = {
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: {
      name: 'base',
      namespace: 'openshift',
      uid: 'u',
      resourceVersion: '7',
      creationTimestamp: '2026-01-01T00:00:00Z',
      ownerReferences: [{ apiVersion: 'v1', kind: 'SSP', name: 'ssp', uid: 'o' }],
      managedFields: [{ manager: 'ssp-operator' }],
      labels: {
        'template.kubevirt.io/type': 'base',
        'template.kubevirt.io/version': 'v0.34',
        'template.kubevirt.io/default-os-variant': 'true',
        'app.kubernetes.io/managed-by': 'ssp-operator',
        'os.template.kubevirt.io/fedora': 'true',
      },
      annotations: {
        'operator-sdk/primary-resource': 'kubevirt-hyperconverged/ssp',
        'template.kubevirt.io/provider': 'Red Hat',
        'openshift.io/provider-display-name': 'Red Hat',
        'openshift.io/display-name': 'Fedora',
      },
    },
    objects: [secret, machine],
    parameters: [{ name: 'NAME', required: true }],
    message: 'done',
  };
  const before = structuredClone(template);
  expect(copyOfTemplate(template, 'team', 'mine')).toEqual({
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: {
      name: 'mine',
      namespace: 'team',
      labels: {
        'os.template.kubevirt.io/fedora': 'true',
        'template.kubevirt.io/type': 'vm',
        'vm.kubevirt.io/template': 'base',
        'vm.kubevirt.io/template.namespace': 'openshift',
      },
      annotations: { 'openshift.io/display-name': 'Fedora' },
    },
    objects: [
      secret,
      {
        ...machine,
        metadata: {
          name: '${NAME}',
          labels: {
            app: '${NAME}',
            'vm.kubevirt.io/template': 'mine',
            'vm.kubevirt.io/template.namespace': 'team',
          },
        },
      },
    ],
    parameters: [{ name: 'NAME', required: true }],
    message: 'done',
  });
  expect(template).toEqual(before);
});
