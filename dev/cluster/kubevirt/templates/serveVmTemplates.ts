import type { Condition } from '../../../../src/sidecars/objects/resources';
import type { ClusterHost, StoreEvent, StoredObject } from '../../contract';
import { changeIfPresent, type Behaviour } from '../behaviour';
import { withTransition } from '../conditions';
import { hasTemplates, runningRelease } from '../hco/featureGates';
import { guardVmTemplates } from './templateGuard';
import { serveTemplateRequests } from './templateRequests';
import { VM_TEMPLATES, vmTemplateType } from './templateType';

interface VmTemplate extends StoredObject {
  status?: { conditions?: Condition[] };
}

/** Says of each template that it can be processed, as KubeVirt's controller does. */
const markReady =
  ({ store, timers }: Behaviour) =>
  ({ type, object }: StoreEvent): void => {
    if (type === 'DELETED') {
      return;
    }
    timers.after(0, () => {
      changeIfPresent<VmTemplate>(store, VM_TEMPLATES, object, (draft) => {
        const ready: Condition & { observedGeneration: unknown } = {
          type: 'Ready',
          status: 'True',
          reason: 'Reconciled',
          message: 'VirtualMachineTemplate is ready to be processed',
          observedGeneration: draft.metadata.generation,
        };
        draft.status = { ...draft.status, conditions: withTransition(draft.status?.conditions, ready) };
      });
    });
  };

/** Adds VirtualMachineTemplates as soon as the KubeVirt that runs has their gate on. Returns a function that stops it. */
export const serveVmTemplates = (host: ClusterHost, behaviour: Behaviour): (() => void) => {
  const { store } = behaviour;
  let isServed = false;
  const subscriptions: (() => void)[] = [];
  const serve = (): void => {
    if (isServed || !hasTemplates(store)) {
      return;
    }
    isServed = true;
    const { templateVersions } = runningRelease(store);
    host.registerTypes([vmTemplateType(templateVersions)]);
    guardVmTemplates(host, templateVersions.at(-1) ?? '');
    serveTemplateRequests(host, templateVersions);
    subscriptions.push(store.subscribe(VM_TEMPLATES, markReady(behaviour)));
  };
  subscriptions.push(store.subscribe('kubevirts', serve));
  return () => {
    subscriptions.forEach((unsubscribe) => {
      unsubscribe();
    });
  };
};
