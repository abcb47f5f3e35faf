import type { ClusterHost, StoredObject, SubresourceHandler, SubresourceRequest } from '../../contract';
import { ApiError, errorMessage, isApiError } from '../apiError';
import { MACHINES } from '../behaviour';
import { at, record, records } from '../untyped';
import { invalidFields } from '../fieldFault';
import { processVmTemplate, referenceFaults, TemplateFault, type ProcessedVm } from './processVmTemplate';
import { VM_TEMPLATE_GROUP, VM_TEMPLATES } from './templateType';

const internalError = (why: string): ApiError =>
  new ApiError({ code: 500, reason: 'InternalError', message: `Internal error occurred: ${why}` });

const badOptions = (why: string): ApiError =>
  new ApiError({ code: 400, reason: 'BadRequest', message: `error parsing ProcessOptions: ${why}` });

/** The values that a request gives to parameters. Throws ApiError 400. */
const givenValues = (body: unknown): [name: string, value: string][] => {
  if (body === undefined) {
    throw badOptions('EOF');
  }
  return Object.entries(record(at(body, 'parameters'))).map(([name, value]) => {
    if (typeof value !== 'string') {
      throw badOptions(
        `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${typeof value} into Go struct field ProcessOptions.parameters of type string`,
      );
    }
    return [name, value];
  });
};

/** The stored template with the given values. Throws ApiError 409 for a parameter that it does not have, 500 if it is gone. */
const templateFor = (host: ClusterHost, { namespace, name, body }: SubresourceRequest): StoredObject => {
  const values = givenValues(body);
  const stored = host.store.get(VM_TEMPLATES, namespace, name);
  if (stored === undefined) {
    const why = `${VM_TEMPLATES}.${VM_TEMPLATE_GROUP} "${name}" not found`;
    throw internalError(`error getting VirtualMachineTemplate: ${why}`);
  }
  const template = structuredClone(stored);
  for (const [key, value] of values) {
    const parameter = records(at(template, 'spec', 'parameters')).find((known) => known.name === key);
    if (parameter === undefined) {
      // The server does not know the kind of what it read, and so does not name it.
      const message = `Operation cannot be fulfilled on  "${name}": parameter ${key} not found in template`;
      throw new ApiError({ code: 409, reason: 'Conflict', message, details: { name } });
    }
    parameter.value = value;
  }
  return template;
};

const processed = (host: ClusterHost, request: SubresourceRequest): ProcessedVm => {
  const template = templateFor(host, request);
  const faults = referenceFaults(template);
  if (faults.length > 0) {
    throw invalidFields(undefined, request.name, faults);
  }
  try {
    return processVmTemplate(template);
  } catch (error) {
    throw error instanceof TemplateFault ? invalidFields(undefined, request.name, [error.fault]) : error;
  }
};

/** Creates the VM as the server of templates does, with its own rights. Throws ApiError 500. */
const created = (host: ClusterHost, namespace: string | undefined, vm: StoredObject): StoredObject => {
  try {
    const wanted = vm.metadata.namespace ?? namespace;
    if (wanted !== namespace) {
      throw new Error(
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    }
    return host.createAdmitted(MACHINES, {
      ...vm,
      metadata: { ...vm.metadata, ...(namespace === undefined ? {} : { namespace }) },
    });
  } catch (error) {
    if (isApiError(error) || error instanceof Error) {
      throw internalError(`error creating VirtualMachine: ${errorMessage(error)}`);
    }
    throw error;
  }
};

/**
 * Serves `subresources.template.kubevirt.io …/virtualmachinetemplates/NAME/{process,create}`: both answer the VM that the
 * template makes of the given values, `create` after it was created.
 */
export const serveTemplateRequests = (host: ClusterHost, versions: readonly string[]): void => {
  const group = `subresources.${VM_TEMPLATE_GROUP}`;
  const kind = 'ProcessedVirtualMachineTemplate';
  const serve = (
    version: string,
    subresource: string,
    finish: (vm: StoredObject, namespace: string | undefined) => StoredObject,
  ): void => {
    const handler: SubresourceHandler = (request) => {
      const { namespace, name, method } = request;
      if (method !== 'POST') {
        throw new ApiError({
          code: 405,
          reason: 'MethodNotAllowed',
          message: `${method} is not supported on resources of kind "${VM_TEMPLATES}.${group}"`,
        });
      }
      const { virtualMachine, message } = processed(host, request);
      const body = {
        kind,
        apiVersion: `${group}/${version}`,
        templateRef: { namespace, name },
        virtualMachine: finish(virtualMachine, namespace),
        ...(message === '' ? {} : { message }),
      };
      return Promise.resolve({ code: 200, body });
    };
    host.onSubresource(group, VM_TEMPLATES, subresource, handler, {
      versions: [version],
      kind,
      verbs: ['create'],
    });
  };
  for (const version of versions) {
    serve(version, 'create', (vm, namespace) => created(host, namespace, vm));
    serve(version, 'process', (vm) => vm);
  }
};
