import type { ClusterHost } from '../../contract';
import { ApiError } from '../apiError';
import { at, records } from '../untyped';
import { faultsText } from '../fieldFault';
import { processVmTemplate, referenceFaults, TemplateFault } from './processVmTemplate';
import { VM_TEMPLATES } from './templateType';

/** The webhook of KubeVirt's templates. `version` is in its name. */
export const guardVmTemplates = (host: ClusterHost, version: string): void => {
  const refuse = (why: string): never => {
    throw new ApiError({
      code: 403,
      reason: 'Forbidden',
      message: `admission webhook "vvirtualmachinetemplate-${version}.kb.io" denied the request: ${why}`,
    });
  };
  host.onAdmission(VM_TEMPLATES, ({ operation, object }) => {
    // A template without a VM is refused by the schema.
    if (
      object === undefined ||
      operation === 'DELETE' ||
      at(object, 'spec', 'virtualMachine') === undefined
    ) {
      return undefined;
    }
    const faults = referenceFaults(object);
    if (faults.length > 0) {
      refuse(faultsText(faults));
    }
    const lacksValue = records(at(object, 'spec', 'parameters')).some(
      ({ required, value, generate }) => required === true && !value && !generate,
    );
    if (!lacksValue) {
      try {
        processVmTemplate(object);
      } catch (error) {
        if (!(error instanceof TemplateFault)) {
          throw error;
        }
        refuse(`processing validation failed: ${error.message}`);
      }
    }
    return undefined;
  });
};
