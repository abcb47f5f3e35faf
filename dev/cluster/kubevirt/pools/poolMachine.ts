import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import { part } from '../admission/machineDefaults';
import type { StoredObject } from '../../contract';
import { asStored } from '../behaviour';
import { addFinalizer } from '../controllers/finalizers';
import { ownerReference } from '../ownerReference';
import { at, record, records, string } from '../untyped';
import { POOL_FINALIZER, REVISION_LABEL, type Pool } from './pool';

/** The number at the end of a VM's name. */
export const indexOf = (vm: { metadata: { name: string } }): number =>
  Number(/\d+$/.exec(vm.metadata.name)?.[0] ?? 0);

const append = (object: unknown, field: string, suffix: string): void => {
  const target = record(object);
  const name = string(target[field]);
  if (name !== undefined) {
    target[field] = `${name}${suffix}`;
  }
};

/** The pool's VM spec, in which the names of own data volumes, and of more if the pool asks for it, end with the index. */
const indexedSpec = ({ spec }: Pool, index: number): VirtualMachine['spec'] => {
  const copy = structuredClone(spec.virtualMachineTemplate.spec);
  const suffix = `-${index}`;
  const { appendIndexToConfigMapRefs = false, appendIndexToSecretRefs = false } = spec.nameGeneration ?? {};
  const templates = records(copy.dataVolumeTemplates);
  const own = templates.map((template) => at(template, 'metadata', 'name'));
  for (const template of templates) {
    append(template.metadata, 'name', suffix);
  }
  for (const volume of copy.template?.spec.volumes ?? []) {
    if (own.includes(volume.persistentVolumeClaim?.claimName)) {
      append(volume.persistentVolumeClaim, 'claimName', suffix);
    }
    if (own.includes(volume.dataVolume?.name)) {
      append(volume.dataVolume, 'name', suffix);
    }
    if (appendIndexToConfigMapRefs) {
      append(volume.configMap, 'name', suffix);
    }
    if (appendIndexToSecretRefs) {
      append(volume.secret, 'secretName', suffix);
      for (const cloudInit of [volume.cloudInitNoCloud, volume.cloudInitConfigDrive]) {
        append(at(cloudInit, 'secretRef'), 'name', suffix);
        append(at(cloudInit, 'networkDataSecretRef'), 'name', suffix);
      }
    }
  }
  return copy;
};

/** Puts the pool's template into a VM, and marks it with the revision. */
const applyTemplate = (vm: VirtualMachine, pool: Pool, revision: string): void => {
  const { metadata } = pool.spec.virtualMachineTemplate;
  vm.metadata.labels = { ...metadata?.labels, [REVISION_LABEL]: revision };
  vm.metadata.annotations = { ...metadata?.annotations };
  vm.spec = indexedSpec(pool, indexOf(vm));
  part(part(record(vm.spec.template), 'metadata'), 'labels')[REVISION_LABEL] = revision;
};

export const newMachine = (pool: Pool, name: string, revision: string): StoredObject => {
  const { namespace = 'default' } = pool.metadata;
  const vm: VirtualMachine = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace, ownerReferences: [ownerReference(pool)] },
    spec: {},
  };
  applyTemplate(vm, pool, revision);
  addFinalizer(vm, POOL_FINALIZER);
  return asStored(vm);
};

/** A VM of the pool after a change of its template. Only what identifies it to its guest stays. */
export const updatedMachine = (pool: Pool, vm: VirtualMachine, revision: string): StoredObject => {
  const copy = structuredClone(vm);
  applyTemplate(copy, pool, revision);
  const firmware = at(vm.spec, 'template', 'spec', 'domain', 'firmware');
  if (firmware !== undefined && copy.spec.template !== undefined) {
    const { uuid, serial } = record(firmware);
    const kept = { ...(uuid === undefined ? {} : { uuid }), ...(serial === undefined ? {} : { serial }) };
    Object.assign(part(copy.spec.template.spec.domain, 'firmware'), kept);
  }
  return asStored(copy);
};
