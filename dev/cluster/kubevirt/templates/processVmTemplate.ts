import type { StoredObject } from '../../contract';
import { generatedValue } from '../../templates/generatedValue';
import {
  changeStrings,
  referencesIn,
  substitutedText,
  withoutFixedNamespace,
} from '../../templates/substitution';
import { at, record, records, string } from '../untyped';
import { invalidValue, requiredValue, type FieldFault } from '../fieldFault';
import { machineIn } from './templateType';

/** Why a template cannot be processed. */
export class TemplateFault extends Error {
  constructor(readonly fault: FieldFault) {
    super(`${fault.field}: ${fault.message}`);
  }
}

const parametersOf = (template: StoredObject): Record<string, unknown>[] =>
  records(at(template, 'spec', 'parameters'));

/** A message for each reference to a parameter that the template does not have. */
export const referenceFaults = (template: StoredObject): FieldFault[] => {
  const referenced = new Set(referencesIn(string(at(template, 'spec', 'message')) ?? ''));
  changeStrings(machineIn(template), (text) => {
    referencesIn(text).forEach((name) => referenced.add(name));
    return text;
  });
  const known = parametersOf(template).map(({ name }) => name);
  return [...referenced]
    .filter((name) => !known.includes(name))
    .map((name) => invalidValue('spec.virtualMachine', name, `references undefined parameter ${name}`));
};

const valueOf = (parameter: Record<string, unknown>, path: string): string => {
  const name = string(parameter.name) ?? '';
  const from = string(parameter.from) ?? '';
  let value = string(parameter.value) ?? '';
  if (value === '' && parameter.generate === 'expression') {
    if (from === '') {
      const why = `from cannot be empty for parameter '${name}' using generator 'expression'`;
      throw new TemplateFault(invalidValue(`${path}.from`, from, why));
    }
    try {
      value = generatedValue(from, { includesLast: true });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new TemplateFault(invalidValue(`${path}.from`, from, why));
    }
  }
  if (value === '' && parameter.required === true) {
    const why = `parameter '${name}' is required and a value must be specified`;
    throw new TemplateFault(requiredValue(`${path}.value`, why));
  }
  return value;
};

const valuesOf = (template: StoredObject): Map<string, string> => {
  const values = new Map<string, string>();
  parametersOf(template).forEach((parameter, index) => {
    const path = `spec.parameters[${index}]`;
    const name = string(parameter.name) ?? '';
    if (name === '') {
      throw new TemplateFault(invalidValue(`${path}.name`, name, 'parameter name is empty'));
    }
    if (values.has(name)) {
      const message = `Duplicate value: ${JSON.stringify(name)}`;
      throw new TemplateFault({ field: `${path}.name`, reason: 'FieldValueDuplicate', message });
    }
    values.set(name, valueOf(parameter, path));
  });
  return values;
};

export interface ProcessedVm {
  virtualMachine: StoredObject;
  message: string;
}

/** The VM of a template with values in place of the parameters, and the message for its user. Throws TemplateFault. */
export const processVmTemplate = (template: StoredObject): ProcessedVm => {
  const values = valuesOf(template);
  const refuse = (name: string): never => {
    const why = `error processing template: found parameter '${name}' but it was not defined`;
    throw new TemplateFault(invalidValue('spec.parameters', parametersOf(template), why));
  };
  const substituted = (text: string): unknown => substitutedText(text, values, refuse);
  const given = record(machineIn(template));
  const vm = withoutFixedNamespace({ ...given, metadata: record(given.metadata) });
  return {
    virtualMachine: {
      ...record(changeStrings(vm, substituted)),
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
    } as StoredObject,
    message: String(substituted(string(at(template, 'spec', 'message')) ?? '')),
  };
};
