import type { ClusterHost, Store, StoredObject } from '../../contract';
import { ApiError } from '../apiError';
import { isGateEnabled } from '../hco/featureGates';
import { at, record } from '../untyped';
import { sidecarAnnotation } from '../sidecar/hookSidecarList';

/** Refuses an object whose metadata at `path` asks for sidecars while their gate is off. Throws ApiError 422. */
export const refuseDisabledGate = (
  store: Store,
  object: StoredObject,
  path: string,
  webhook: string,
): void => {
  const annotations = record(at(object, ...path.split('.'), 'annotations'));
  if (!(sidecarAnnotation in annotations) || isGateEnabled(store, 'Sidecar')) {
    return;
  }
  const field = `${path}.annotations`;
  const why = `sidecar feature gate is not enabled in kubevirt-config, invalid entry ${field}.${sidecarAnnotation}`;
  throw new ApiError({
    code: 422,
    reason: 'Invalid',
    message: `admission webhook "${webhook}.kubevirt.io" denied the request: ${why}`,
    details: { causes: [{ reason: 'FieldValueInvalid', message: why, field }] },
  });
};

/** KubeVirt's validating webhooks, of which only the gate's check concerns sidecars. */
export const guardSidecars = (host: ClusterHost): void => {
  host.onAdmission('virtualmachines', ({ operation, object }) => {
    if (object !== undefined && operation !== 'DELETE' && object.metadata.deletionTimestamp === undefined) {
      refuseDisabledGate(host.store, object, 'spec.template.metadata', 'virtualmachine-validator');
    }
    return undefined;
  });
  host.onAdmission('virtualmachineinstances', ({ operation, object }) => {
    if (object !== undefined && operation === 'CREATE') {
      refuseDisabledGate(host.store, object, 'metadata', 'virtualmachineinstances-create-validator');
    }
    return undefined;
  });
};
