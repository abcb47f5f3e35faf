import jsonPatch, { type Operation } from 'fast-json-patch';
import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import { runStrategyOf } from '../controllers/runStrategy';
import { LAST_RESTORE, type Restore, type SnapshotContent } from './copies';

type Stored = SnapshotContent['spec']['source']['virtualMachine'];

/** The value of the annotation on a VM that this restore has restored. */
const restoreMark = ({ metadata }: Restore): string => `${metadata.name}-${metadata.uid ?? ''}`;

export const isRestored = (restore: Restore, vm: VirtualMachine | undefined): boolean =>
  vm?.metadata.annotations?.[LAST_RESTORE] === restoreMark(restore);

/** A new VM, which does not run. Throws an Error if the restore's patches cannot be applied. */
export const newMachine = (restore: Restore, stored: Stored): VirtualMachine => {
  const { namespace } = restore.metadata;
  const { labels = {}, annotations = {} } = stored.metadata;
  const spec = structuredClone(stored.spec);
  if (spec.running === undefined) {
    spec.runStrategy = 'Halted';
  } else {
    spec.running = false;
  }
  const vm: VirtualMachine = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: {
      name: restore.spec.target.name,
      ...(namespace === undefined ? {} : { namespace }),
      labels: { ...labels },
      annotations: { ...annotations, [LAST_RESTORE]: restoreMark(restore) },
    },
    spec,
  };
  const operations = (restore.spec.patches ?? []).map((text) => JSON.parse(text) as Operation);
  const patched = jsonPatch.applyPatch(vm, operations).newDocument;
  // KubeVirt's own types drop empty values.
  return JSON.parse(
    JSON.stringify(patched, (key, value: unknown) =>
      value === '' && ['macAddress', 'serial', 'uuid'].includes(key) ? undefined : value,
    ),
  ) as VirtualMachine;
};

/** An existing VM with the stored spec. Its metadata and whether it should run stay. */
export const restoredMachine = (restore: Restore, stored: Stored, vm: VirtualMachine): VirtualMachine => {
  const spec = structuredClone(stored.spec);
  delete spec.running;
  delete spec.runStrategy;
  return {
    ...structuredClone(vm),
    metadata: {
      ...structuredClone(vm.metadata),
      annotations: { ...vm.metadata.annotations, [LAST_RESTORE]: restoreMark(restore) },
    },
    spec: {
      ...spec,
      ...(vm.spec.running === undefined ? { runStrategy: runStrategyOf(vm) } : { running: false }),
    },
  };
};
