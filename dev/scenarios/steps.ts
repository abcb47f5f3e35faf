import type { VirtualMachine, VirtualMachineInstance } from '../../src/sidecars/objects/resources';
import type { ClusterHost, StoredObject } from '../cluster/contract';
import { scriptOwner } from './objects';

/** Kubernetes' times have a resolution of one second; after this delay a change has a later time. */
const VISIBLY_LATER_MS = 1500;

/** Runs `action` once, when a VM's instance reaches a phase, or `delayMs` after that. */
export const whenPhase = (
  host: ClusterHost,
  namespace: string,
  name: string,
  phase: string,
  action: () => void,
  delayMs = 0,
): void => {
  const { store } = host;
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe = (): void => undefined;
  const check = (object: StoredObject | undefined): void => {
    const instance: VirtualMachineInstance | undefined = object as VirtualMachineInstance | undefined;
    if (timer === undefined && instance?.status?.phase === phase) {
      unsubscribe();
      timer = setTimeout(action, delayMs);
    }
  };
  unsubscribe = store.subscribe('virtualmachineinstances', ({ object }) => {
    if (object.metadata.namespace === namespace && object.metadata.name === name) {
      check(object);
    }
  });
  check(store.get('virtualmachineinstances', namespace, name));
  host.onClose(() => {
    unsubscribe();
    clearTimeout(timer);
  });
};

/** Changes the VM's template once it runs, as a user's edit does. It takes effect only after a restart. */
export const editTemplateOnceRunning = (
  host: ClusterHost,
  namespace: string,
  name: string,
  annotations: Record<string, string>,
): void => {
  whenPhase(host, namespace, name, 'Running', () => {
    host.store.modify('virtualmachines', namespace, name, (draft) => {
      const vm = draft as unknown as VirtualMachine;
      const metadata = vm.spec.template?.metadata;
      if (metadata !== undefined) {
        metadata.annotations = { ...metadata.annotations, ...annotations };
      }
    });
  });
};

/** Changes a script of the VM once the VM runs. */
export const editScriptOnceRunning = (
  host: ClusterHost,
  namespace: string,
  vm: string,
  configMap: string,
  script: string,
): void => {
  const edit = (): void => {
    host.store.modify('configmaps', namespace, configMap, (draft) => {
      draft.data = { 'script.sh': script };
      const time = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
      draft.metadata.managedFields = [scriptOwner('kubectl-edit', time)];
    });
  };
  whenPhase(host, namespace, vm, 'Running', edit, VISIBLY_LATER_MS);
};
