import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { KubernetesObject, VirtualMachine } from '../objects/resources';
import { createTemplateRows, type TemplateRow, type TemplateRowsInput } from './templateRows';
import { ANNOTATION, makeConfigMap, makeVm, OLD } from './rowFixtures';

/** Objects for the specs of rows of templates and pools. */

const manifest = (annotation: string | undefined, name = '${NAME}'): Record<string, unknown> => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name },
  spec: {
    template: {
      metadata: annotation === undefined ? {} : { annotations: { [SIDECARS_ANNOTATION]: annotation } },
      spec: { domain: { devices: {} } },
    },
  },
});

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  fields: Record<string, unknown>,
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'ns', uid: `uid-${name}`, resourceVersion: '1' },
  ...fields,
});

/** An OpenShift template with a VM for each annotation, and a Secret. */
export const makeTemplate = (name: string, ...annotations: (string | undefined)[]): KubernetesObject =>
  object('template.openshift.io/v1', 'Template', name, {
    objects: [
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'secret' } },
      ...annotations.map((annotation, index) => manifest(annotation, `vm-${index}`)),
    ],
  });

export const makeVmTemplate = (name: string, annotation: string | undefined): KubernetesObject =>
  object('template.kubevirt.io/v1beta1', 'VirtualMachineTemplate', name, {
    spec: { virtualMachine: manifest(annotation) },
  });

export const makePool = (name: string, annotation: string | undefined): KubernetesObject =>
  object('pool.kubevirt.io/v1beta1', 'VirtualMachinePool', name, {
    spec: { virtualMachineTemplate: manifest(annotation) },
  });

/** A VM that the console made from a template, or a pool made. */
export const makeVmFrom = (name: string, from: KubernetesObject): VirtualMachine => {
  const { apiVersion, kind, metadata } = from;
  const uid = metadata.uid ?? '';
  const vm = makeVm(name, undefined);
  return {
    ...vm,
    metadata: {
      ...vm.metadata,
      ...(kind === 'VirtualMachinePool'
        ? { ownerReferences: [{ apiVersion, kind, name: metadata.name, uid, controller: true }] }
        : {
            labels: {
              'vm.kubevirt.io/template': metadata.name,
              'vm.kubevirt.io/template.namespace': metadata.namespace ?? '',
            },
          }),
    },
  };
};

const TEMPLATE = makeTemplate('template', ANNOTATION);
const POOL = makePool('pool', undefined);

export const TEMPLATES_BASE: TemplateRowsInput = {
  objects: [TEMPLATE, makeVmTemplate('vm-template', ANNOTATION), POOL],
  vms: [makeVmFrom('a', TEMPLATE), makeVmFrom('b', POOL), makeVmFrom('c', POOL), makeVm('d', undefined)],
  configMaps: [makeConfigMap('1', OLD)],
  gate: { version: 'v1.9.0' },
};

/** Makes rows without a pause. */
export const templateRowMaker = (): ((input: TemplateRowsInput) => TemplateRow[]) => {
  const rowsOf = createTemplateRows();
  return (input) => {
    const steps = rowsOf(input);
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        return step.value;
      }
    }
  };
};
