import type { Condition, HyperConverged, KubeVirt } from '../../../../src/sidecars/objects/resources';
import type { ClusterHost, StoredObject } from '../../contract';
import { ApiError, errorMessage } from '../apiError';
import { asStored, changeIfPresent, type Behaviour } from '../behaviour';
import { withTransition } from '../conditions';
import { deployed, JSON_PATCH_ANNOTATION, KUBE_VIRT_NAME, kubeVirtSpec } from '../platform';
import { applyJsonPatchAnnotation } from './applyJsonPatch';

const HYPER_CONVERGEDS = 'hyperconvergeds';

/** The KubeVirt that a HyperConverged requests. Throws an Error with HCO's message for an invalid annotation. */
const desiredKubeVirt = (hco: HyperConverged, version: string): KubeVirt => {
  const desired: KubeVirt = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: {
      name: KUBE_VIRT_NAME,
      ...(hco.metadata.namespace === undefined ? {} : { namespace: hco.metadata.namespace }),
      labels: { app: 'kubevirt-hyperconverged', 'app.kubernetes.io/managed-by': 'hco-operator' },
    },
    spec: structuredClone(kubeVirtSpec(version)),
  };
  const annotation = hco.metadata.annotations?.[JSON_PATCH_ANNOTATION];
  if (annotation !== undefined) {
    applyJsonPatchAnnotation(annotation, JSON_PATCH_ANNOTATION, desired);
  }
  return desired;
};

/** The version of KubeVirt for a version of the operator: HCO 1.18 includes KubeVirt 1.8. */
const kubeVirtVersionFor = (hco: HyperConverged): string => {
  const version = hco.status?.versions?.find(({ name }) => name === 'operator')?.version;
  const minor = Number(/^1\.(\d+)/.exec(version ?? '')?.[1] ?? '19');
  return `v1.${Math.max(0, minor - 10)}.0`;
};

const HEALTHY: Condition[] = [
  {
    type: 'ReconcileComplete',
    status: 'True',
    reason: 'ReconcileCompleted',
    message: 'Reconcile completed successfully',
  },
  {
    type: 'Available',
    status: 'True',
    reason: 'ReconcileCompleted',
    message: 'Reconcile completed successfully',
  },
  {
    type: 'Progressing',
    status: 'False',
    reason: 'ReconcileCompleted',
    message: 'Reconcile completed successfully',
  },
  {
    type: 'Degraded',
    status: 'False',
    reason: 'ReconcileCompleted',
    message: 'Reconcile completed successfully',
  },
  {
    type: 'Upgradeable',
    status: 'True',
    reason: 'ReconcileCompleted',
    message: 'Reconcile completed successfully',
  },
];

const failed = (reason: string): Condition[] => [
  {
    type: 'ReconcileComplete',
    status: 'False',
    reason: 'ReconcileFailed',
    message: `Error while reconciling: ${reason}`,
  },
  {
    type: 'Degraded',
    status: 'True',
    reason: 'ReconcileFailed',
    message: `Error while reconciling: ${reason}`,
  },
];

/** The HyperConverged operator: writes the KubeVirt resource from its HyperConverged and the jsonpatch annotation. */
export class HcoController {
  private due = false;

  constructor(private readonly behaviour: Behaviour) {}

  /** Without HCO, only sets up new KubeVirt resources, as virt-operator does. */
  start(hasHco: boolean): (() => void)[] {
    const { store, timers, timing } = this.behaviour;
    const enqueue = (): void => {
      if (hasHco && !this.due) {
        this.due = true;
        timers.after(timing.hcoReconcile, () => {
          this.due = false;
          this.reconcileAll();
        });
      }
    };
    return [
      ...(hasHco ? [store.subscribe(HYPER_CONVERGEDS, enqueue)] : []),
      store.subscribe('kubevirts', ({ type, object }) => {
        const kubeVirt: KubeVirt = object;
        if (type !== 'DELETED' && kubeVirt.status?.phase === undefined) {
          timers.after(0, () => {
            this.deploy(kubeVirt, 'v1.9.0');
          });
        }
        enqueue();
      }),
    ];
  }

  private reconcileAll(): void {
    for (const object of this.behaviour.store.list(HYPER_CONVERGEDS)) {
      this.reconcile(object);
    }
  }

  private reconcile(hco: HyperConverged): void {
    const { store } = this.behaviour;
    const tainted = hco.metadata.annotations?.[JSON_PATCH_ANNOTATION] !== undefined;
    const version = kubeVirtVersionFor(hco);
    let conditions = HEALTHY;
    try {
      this.writeKubeVirt(desiredKubeVirt(hco, version), version);
    } catch (error) {
      conditions = failed(errorMessage(error));
    }
    changeIfPresent(store, HYPER_CONVERGEDS, hco, (draft) => {
      draft.status ??= {};
      let next = (draft.status.conditions ?? []).filter(({ type }) => type !== 'TaintedConfiguration');
      for (const condition of conditions) {
        next = withTransition(next, condition);
      }
      if (tainted) {
        const taint: Condition = {
          type: 'TaintedConfiguration',
          status: 'True',
          reason: 'UnsupportedFeatureAnnotation',
          message: 'Unsupported feature was activated via an HCO annotation',
        };
        const previous = draft.status.conditions?.find(({ type }) => type === taint.type);
        next = [...next, ...withTransition(previous === undefined ? [] : [previous], taint)];
      }
      draft.status.conditions = next;
    });
  }

  private writeKubeVirt(desired: KubeVirt, version: string): void {
    const { store } = this.behaviour;
    const present = store.get('kubevirts', desired.metadata.namespace, desired.metadata.name);
    if (present === undefined) {
      this.deploy(store.create('kubevirts', asStored(desired)), version);
      return;
    }
    changeIfPresent<StoredObject>(store, 'kubevirts', present, (draft) => {
      draft.spec = structuredClone(desired.spec);
    });
  }

  private deploy(kubeVirt: KubeVirt, version: string): void {
    changeIfPresent(this.behaviour.store, 'kubevirts', kubeVirt, (draft) => {
      draft.status = { ...deployed(version), ...draft.status };
    });
  }
}

/** HCO's validating webhook: refuses an annotation that cannot be applied. */
export const guardHyperConverged = (host: ClusterHost): void => {
  host.onAdmission(HYPER_CONVERGEDS, ({ operation, object, oldObject }) => {
    if (object === undefined || operation === 'DELETE') {
      return undefined;
    }
    const hco: HyperConverged = object;
    const before = oldObject?.metadata.annotations;
    const unchanged =
      operation === 'UPDATE' &&
      JSON.stringify(before ?? {}) === JSON.stringify(hco.metadata.annotations ?? {}) &&
      JSON.stringify(oldObject?.spec) === JSON.stringify(object.spec);
    if (!unchanged) {
      try {
        desiredKubeVirt(hco, kubeVirtVersionFor(hco));
      } catch (error) {
        throw new ApiError({
          code: 403,
          reason: 'Forbidden',
          message: `admission webhook "validate-hco.kubevirt.io" denied the request: ${errorMessage(error)}`,
        });
      }
    }
    return undefined;
  });
};
