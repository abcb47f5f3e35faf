import type { ClusterHost } from '../../contract';
import { ApiError } from '../apiError';
import { MACHINES, requireMachine } from '../behaviour';
import { expandedTemplate, ExpandError } from './expand';
import { matcherOf, ROLES } from './matchers';

/**
 * Serves `subresources.kubevirt.io/v1 …/virtualmachines/NAME/expand-spec`: the VM with the values of its instance type and
 * preference.
 */
export const serveExpandSpec = (host: ClusterHost): void => {
  host.onSubresource(
    'subresources.kubevirt.io',
    MACHINES,
    'expand-spec',
    ({ namespace = 'default', name }) => {
      const vm = structuredClone(requireMachine(host.store, namespace, name));
      if (ROLES.some((role) => matcherOf(vm, role) !== undefined)) {
        try {
          const template = expandedTemplate(host.store, vm);
          if (template !== undefined) {
            vm.spec.template = template;
          }
        } catch (error) {
          if (!(error instanceof ExpandError)) {
            throw error;
          }
          const message = `Internal error occurred: ${error.message}`;
          throw new ApiError({ code: 500, reason: 'InternalError', message });
        }
        delete vm.spec.instancetype;
        delete vm.spec.preference;
      }
      return Promise.resolve({ code: 200, body: vm });
    },
  );
};
