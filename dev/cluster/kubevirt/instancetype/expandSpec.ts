import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import type { ClusterHost, Store } from '../../contract';
import { ApiError } from '../apiError';
import { MACHINES, requireMachine } from '../behaviour';
import { at } from '../untyped';
import { expandedTemplate, ExpandError } from './expand';
import { matcherOf, ROLES } from './matchers';

/** The VM with the values of its instance type and preference in place of the references. Throws ApiError 500. */
const expanded = (store: Store, given: VirtualMachine): VirtualMachine => {
  const vm = structuredClone(given);
  if (ROLES.every((role) => matcherOf(vm, role) === undefined)) {
    return vm;
  }
  try {
    const template = expandedTemplate(store, vm);
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
  return vm;
};

/** A VM that is not stored, as a request has it. Throws ApiError 400. */
const vmOf = (body: unknown, namespace: string): VirtualMachine => {
  if (at(body, 'kind') !== 'VirtualMachine' || typeof at(body, 'spec') !== 'object') {
    const message = 'Object is not a valid VirtualMachine';
    throw new ApiError({ code: 400, reason: 'BadRequest', message });
  }
  const vm = body as VirtualMachine;
  return { ...vm, metadata: { ...vm.metadata, namespace } };
};

/**
 * Serves `subresources.kubevirt.io/v1 …/virtualmachines/NAME/expand-spec` and, for a VM in the request, `…/expand-vm-spec`.
 */
export const serveExpandSpec = (host: ClusterHost): void => {
  const group = 'subresources.kubevirt.io';
  host.onSubresource(group, MACHINES, 'expand-spec', ({ namespace = 'default', name }) =>
    Promise.resolve({
      code: 200,
      body: expanded(host.store, requireMachine(host.store, namespace, name)),
    }),
  );
  host.onSubresource(group, 'expand-vm-spec', '', ({ namespace = 'default', body }) =>
    Promise.resolve({ code: 200, body: expanded(host.store, vmOf(body, namespace)) }),
  );
};
