import type { VirtualMachine, VirtualMachineInstance } from '../../../src/sidecars/objects/resources';
import type { ClusterHost, Store, StoredObject } from '../contract';
import { notFound } from './apiError';
import type { Endings } from './endings';
import type { EventRecorder } from './eventRecorder';
import type { LibvirtFactory } from './libvirt/podLibvirt';
import type { Timers } from './timers';
import type { KubeVirtTiming } from './timing';

/** The context of every controller. */
export interface Behaviour {
  store: Store;
  /** Writes with admission, which may refuse them. */
  admitted: { create: ClusterHost['createAdmitted']; update: ClusterHost['updateAdmitted'] };
  timing: KubeVirtTiming;
  timers: Timers;
  events: EventRecorder;
  endings: Endings;
  libvirt: LibvirtFactory;
}

export const INSTANCES = 'virtualmachineinstances';
export const MACHINES = 'virtualmachines';

export const readInstance = (
  store: Store,
  namespace: string,
  name: string,
): VirtualMachineInstance | undefined =>
  store.get(INSTANCES, namespace, name) as VirtualMachineInstance | undefined;

export const readMachine = (store: Store, namespace: string, name: string): VirtualMachine | undefined =>
  store.get(MACHINES, namespace, name) as VirtualMachine | undefined;

/** Changes an object of a known type; does nothing if it is gone or was replaced by another of the same name. */
export const changeIfPresent = <T extends { metadata: { namespace?: string; name: string; uid?: string } }>(
  store: Store,
  plural: string,
  object: T,
  change: (draft: T) => void,
): void => {
  const { namespace, name, uid } = object.metadata;
  const present = store.get(plural, namespace, name);
  if (present !== undefined && (uid === undefined || present.metadata.uid === uid)) {
    store.modify(plural, namespace, name, (draft) => {
      change(draft as unknown as T);
    });
  }
};

export const deleteIfPresent = (
  store: Store,
  plural: string,
  object: { metadata: { namespace?: string; name: string; uid?: string } },
): void => {
  const { namespace, name, uid } = object.metadata;
  const present = store.get(plural, namespace, name);
  if (present !== undefined && (uid === undefined || present.metadata.uid === uid)) {
    store.delete(plural, namespace, name);
  }
};

export const requireMachine = (store: Store, namespace: string, name: string): VirtualMachine => {
  const machine = readMachine(store, namespace, name);
  if (machine === undefined) {
    throw notFound('kubevirt.io', 'virtualmachine', name);
  }
  return machine;
};

export const asStored = (object: object): StoredObject => object as StoredObject;
