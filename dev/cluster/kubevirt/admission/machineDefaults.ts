import { randomUUID } from 'node:crypto';
import type { ClusterHost, StoredObject } from '../../contract';
import { asStored } from '../behaviour';
import { runningRelease } from '../hco/featureGates';
import { defaultKind, ROLES } from '../instancetype/matchers';
import { at, record } from '../untyped';

const TOPOLOGY = 'kubevirt.io/pci-topology-version';

/** A part of an object, added if it is missing. Validators refuse a value that is not an object. */
export const part = (object: Record<string, unknown>, name: string): Record<string, unknown> => {
  object[name] ??= {};
  return record(object[name]);
};

/** The defaults that VMs and instances share. */
export const withDomainDefaults = (spec: Record<string, unknown>): void => {
  const domain = part(spec, 'domain');
  part(domain, 'devices');
  part(domain, 'resources');
  spec.architecture ??= 'amd64';
  part(domain, 'machine').type ??= 'q35';
};

export const markTopology = (object: Record<string, unknown>): void => {
  part(part(object, 'metadata'), 'annotations')[TOPOLOGY] ??= 'v3';
};

/** A VM after KubeVirt's mutating webhook. */
const withDefaults = (object: StoredObject, created: boolean, marksTopology: boolean): StoredObject => {
  const vm = structuredClone(object);
  const template = at(vm, 'spec', 'template');
  if (typeof template !== 'object' || template === null) {
    return object;
  }
  for (const role of ROLES) {
    const matcher = at(vm, 'spec', role);
    if (matcher !== undefined) {
      record(matcher).kind ??= defaultKind(role);
    }
  }
  const spec = part(template as Record<string, unknown>, 'spec');
  withDomainDefaults(spec);
  if (created) {
    const firmware = part(part(spec, 'domain'), 'firmware');
    firmware.serial ??= randomUUID();
    firmware.uuid ??= randomUUID();
    if (marksTopology) {
      markTopology(template as Record<string, unknown>);
    }
  }
  return vm;
};

/** KubeVirt's mutating webhook of VMs. */
export const defaultMachines = (host: ClusterHost): void => {
  host.onAdmission('virtualmachines', ({ operation, object }) =>
    object === undefined || operation === 'DELETE' || object.metadata.deletionTimestamp !== undefined
      ? undefined
      : asStored(withDefaults(object, operation === 'CREATE', runningRelease(host.store).marksTopology)),
  );
};
