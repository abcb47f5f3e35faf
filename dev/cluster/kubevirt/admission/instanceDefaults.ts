import { randomUUID } from 'node:crypto';
import type { VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { ClusterHost, Store, StoredObject } from '../../contract';
import { asStored } from '../behaviour';
import { addFinalizer, VMI_FINALIZER } from '../controllers/finalizers';
import { quantity } from '../../quantity';
import { configurationOf, runningRelease } from '../hco/featureGates';
import { at, number, record, string } from '../untyped';
import { markTopology, part, withDomainDefaults } from './machineDefaults';

/** By which factor the number of sockets may grow while the guest runs. */
const HOTPLUG_RATIO = 4;

const withCpuDefaults = (domain: Record<string, unknown>): void => {
  const cpu = part(domain, 'cpu');
  cpu.model ??= 'host-model';
  if (!('cores' in cpu) && !('sockets' in cpu) && !('threads' in cpu)) {
    const resource = (kind: string): number | undefined => quantity(at(domain, 'resources', kind, 'cpu'));
    Object.assign(cpu, {
      cores: 1,
      sockets: Math.ceil(resource('limits') ?? resource('requests') ?? 1),
      threads: 1,
    });
  }
  const sockets = number(cpu.sockets) ?? 0;
  if (sockets > 0) {
    cpu.maxSockets ??= sockets * HOTPLUG_RATIO;
  }
};

const withNetworkDefaults = (spec: Record<string, unknown>): void => {
  const devices = part(part(spec, 'domain'), 'devices');
  if (
    devices.autoattachPodInterface !== false &&
    devices.interfaces === undefined &&
    spec.networks === undefined
  ) {
    devices.interfaces = [{ name: 'default', masquerade: {} }];
    spec.networks = [{ name: 'default', pod: {} }];
  }
};

/** The spec of an instance with KubeVirt's defaults. */
const instanceSpec = (
  store: Store,
  given: VirtualMachineInstance['spec'],
): VirtualMachineInstance['spec'] => {
  const spec = structuredClone(given);
  withDomainDefaults(spec);
  const domain = record(spec.domain);
  withCpuDefaults(domain);
  withNetworkDefaults(spec);
  part(part(domain, 'features'), 'acpi').enabled ??= true;
  spec.evictionStrategy ??= string(configurationOf(store).evictionStrategy) ?? 'None';
  return spec;
};

/** KubeVirt's mutating webhook of instances. */
export const withInstanceDefaults = (store: Store, object: StoredObject): StoredObject => {
  const instance = structuredClone(object) as unknown as VirtualMachineInstance;
  if (at(object, 'spec', 'domain') === undefined) {
    return object;
  }
  instance.spec = instanceSpec(store, instance.spec);
  part(record(instance.spec.domain), 'firmware').uuid ??= randomUUID();
  if (runningRelease(store).marksTopology) {
    markTopology(record(instance));
  }
  addFinalizer(instance, VMI_FINALIZER);
  return asStored(instance);
};

export const defaultInstances = (host: ClusterHost): void => {
  host.onAdmission('virtualmachineinstances', ({ operation, object }) =>
    object === undefined || operation !== 'CREATE' ? undefined : withInstanceDefaults(host.store, object),
  );
};
