import type { KubeVirt } from '../../../../src/sidecars/objects/resources';
import type { ClusterHost } from '../../contract';
import { ApiError } from '../apiError';
import { asStored } from '../behaviour';
import { runningRelease } from '../hco/featureGates';

const FIELD = 'spec.configuration.developerConfiguration.featureGates';

/**
 * The rules for `disabledFeatureGates`: before 1.8 the schema drops it; later, virt-operator refuses updates that list a
 * gate as both enabled and disabled (ApiError 422).
 */
export const guardKubeVirtGates = (host: ClusterHost): void => {
  host.onAdmission('kubevirts', ({ operation, object }) => {
    const kubeVirt: KubeVirt | undefined = object;
    const developer = kubeVirt?.spec?.configuration?.developerConfiguration;
    if (operation === 'DELETE' || kubeVirt === undefined || developer?.disabledFeatureGates === undefined) {
      return undefined;
    }
    if (!runningRelease(host.store).disablesGates) {
      const kept = structuredClone(kubeVirt);
      delete kept.spec?.configuration?.developerConfiguration?.disabledFeatureGates;
      return asStored(kept);
    }
    const { featureGates = [], disabledFeatureGates } = developer;
    const messages = featureGates
      .filter((gate) => disabledFeatureGates.includes(gate))
      .map((gate) => `feature gate "${gate}" exists on both "FeatureGates" and "DisabledFeatureGates"`);
    if (operation === 'UPDATE' && messages.length > 0) {
      throw new ApiError({
        code: 422,
        reason: 'Invalid',
        message: `admission webhook "kubevirt-update-validator.kubevirt.io" denied the request: ${messages.join(', ')}`,
        details: {
          causes: messages.map((message) => ({ reason: 'FieldValueForbidden', message, field: FIELD })),
        },
      });
    }
    return undefined;
  });
};
