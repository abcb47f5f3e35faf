import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import type { ClusterHost, Store, StoredObject } from '../../contract';
import { isGateEnabled } from '../hco/featureGates';
import { at, record } from '../untyped';
import { expandedTemplate, ExpandError } from '../instancetype/expand';
import { selects } from '../labelSelector';
import { SIDECAR_ANNOTATION } from '../sidecar/hookSidecarList';
import { instanceCauses } from './instanceChecks';
import { machineCauses, typeCauses } from './machineChecks';
import { refusal, type Cause } from './refusal';

/** The messages about metadata at `path` that asks for sidecars while the gate is off. */
export const gateCauses = (store: Store, object: StoredObject, path: string): Cause[] => {
  const annotations = record(at(object, ...path.split('.'), 'annotations'));
  if ((annotations[SIDECAR_ANNOTATION] ?? '') === '' || isGateEnabled(store, 'Sidecar')) {
    return [];
  }
  const field = `${path}.annotations`;
  const message = `sidecar feature gate is not enabled in kubevirt-config, invalid entry ${field}.${SIDECAR_ANNOTATION}`;
  return [{ message, field }];
};

/** Throws ApiError 422 if there are causes. */
export const refuse = (webhook: string, causes: readonly Cause[]): void => {
  if (causes.length > 0) {
    throw refusal(webhook, causes);
  }
};

/** Throws ApiError 422 if the metadata at `path` asks for sidecars while the gate is off. */
export const refuseDisabledGate = (
  store: Store,
  object: StoredObject,
  path: string,
  webhook: string,
): void => {
  refuse(webhook, gateCauses(store, object, path));
};

/** The VM with the values of its instance type and preference, or the messages if they cannot be applied. */
const expanded = (store: Store, object: StoredObject): { vm: StoredObject; causes: Cause[] } => {
  try {
    const template = expandedTemplate(store, object as unknown as VirtualMachine);
    return { vm: { ...object, spec: { ...record(object.spec), template } }, causes: [] };
  } catch (error) {
    if (error instanceof ExpandError) {
      return { vm: object, causes: [{ message: error.message, field: `spec.${error.role}` }] };
    }
    throw error;
  }
};

/** KubeVirt's validating webhooks, as far as they are served here. */
export const guardMachines = (host: ClusterHost): void => {
  host.onAdmission('virtualmachines', ({ operation, object }) => {
    // A VM without a template is refused by the schema.
    if (
      object !== undefined &&
      operation !== 'DELETE' &&
      object.metadata.deletionTimestamp === undefined &&
      at(object, 'spec', 'template') !== undefined
    ) {
      refuse('virtualmachines-mutator', typeCauses(object));
      const { vm, causes } = expanded(host.store, object);
      refuse('virtualmachine-validator', [
        ...gateCauses(host.store, vm, 'spec.template.metadata'),
        ...machineCauses(object),
        ...causes,
      ]);
    }
    return undefined;
  });
  host.onAdmission('virtualmachineinstancereplicasets', ({ operation, object }) => {
    if (
      object !== undefined &&
      operation !== 'DELETE' &&
      object.metadata.deletionTimestamp === undefined &&
      !selects(
        at(object, 'spec', 'selector'),
        record(at(object, 'spec', 'template', 'metadata', 'labels')) as Record<string, string>,
      )
    ) {
      const message = 'selector does not match labels';
      refuse('virtualmachinereplicaset-validator', [{ message, field: 'spec.selector' }]);
    }
    return undefined;
  });
  host.onAdmission('virtualmachineinstances', ({ operation, object }) => {
    if (object !== undefined && operation === 'CREATE') {
      refuse('virtualmachineinstances-create-validator', [
        ...instanceCauses(object),
        ...gateCauses(host.store, object, 'metadata'),
      ]);
    }
    return undefined;
  });
};
