import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from '../cluster';
import type { StoredObject } from '../cluster/contract';
import { platformObjects } from '../cluster/kubevirt/platform';
import { scaleObjects } from '../scenarios';

const BOOT_MS = 30_000;
/** What the managers of its fields and the volumes of its disks add to a pod or an instance of a real cluster. */
const padding = 'What a real cluster writes into such an object besides what this one does. '.repeat(110);

/** A VM that runs, with its instance and its pod. */
type Trio = Record<'virtualmachines' | 'virtualmachineinstances' | 'pods', StoredObject>;

/** Boots VMs in a cluster of their own: the first with a sidecar, the second without. */
const bootedTrios = async (): Promise<Trio[]> => {
  const objects = scaleObjects(2).map((object) =>
    object.kind === 'VirtualMachine'
      ? { ...object, spec: { ...(object.spec as object), runStrategy: 'Always' }, status: undefined }
      : object,
  );
  const cluster = await startCluster({
    port: 0,
    objects: [...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: true }), ...objects],
  });
  const { store } = cluster.host;
  try {
    const until = performance.now() + BOOT_MS;
    const isRunning = (vm: StoredObject): boolean =>
      (vm.status as { printableStatus?: string } | undefined)?.printableStatus === 'Running';
    while (!store.list('virtualmachines').every(isRunning)) {
      if (performance.now() > until) {
        throw new Error(`The VMs to copy do not run after ${BOOT_MS / 1_000} s.`);
      }
      await sleep(100);
    }
    return store.list('virtualmachines').map((vm) => {
      const ofVm = (plural: 'virtualmachineinstances' | 'pods'): StoredObject => {
        const found = store
          .list(plural, vm.metadata.namespace)
          .find(({ metadata: { name } }) => name.includes(vm.metadata.name));
        if (found === undefined) {
          throw new Error(`VM ${vm.metadata.name} runs without any of ${plural}.`);
        }
        return {
          ...found,
          metadata: { ...found.metadata, annotations: { ...found.metadata.annotations, padding } },
        };
      };
      return {
        virtualmachines: vm,
        virtualmachineinstances: ofVm('virtualmachineinstances'),
        pods: ofVm('pods'),
      };
    });
  } finally {
    await cluster.close();
  }
};

/** The same under another name, with identities of its own, which point at each other as before. */
const copyOf = (trio: Trio, index: number): StoredObject[] => {
  const objects = Object.values(trio);
  const number = String(index).padStart(5, '0');
  let text = JSON.stringify(objects);
  for (const { metadata } of objects) {
    text = text.replaceAll(metadata.uid ?? '', `${(metadata.uid ?? '').slice(0, -number.length)}${number}`);
  }
  const { name, namespace = '' } = trio.virtualmachines.metadata;
  return JSON.parse(
    text.replaceAll(name, `vm-${number}`).replaceAll(namespace, `scale-${index % 10}`),
  ) as StoredObject[];
};

/** `count` VMs that run, with an instance and a pod of 13 kB each, every second one with a sidecar. */
export const runningObjects = async (count: number): Promise<StoredObject[]> => {
  const trios = await bootedTrios();
  return [
    ...scaleObjects(count).filter(({ kind }) => kind !== 'VirtualMachine'),
    ...Array.from({ length: count }, (_unused, index) => {
      const trio = trios[index % trios.length];
      return trio === undefined ? [] : copyOf(trio, index);
    }).flat(),
  ];
};
