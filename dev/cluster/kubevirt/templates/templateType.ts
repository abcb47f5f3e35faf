import type { ResourceType, StoredObject } from '../../contract';
import { invalidFields, invalidValue, requiredValue, type FieldFault } from '../fieldFault';
import { at, record, records, string } from '../untyped';
import { age, condition } from '../types/columns';
import { kubevirt } from '../types/customType';

export const VM_TEMPLATES = 'virtualmachinetemplates';
export const VM_TEMPLATE_GROUP = 'template.kubevirt.io';
const KIND = 'VirtualMachineTemplate';

const PARAMETER_FROM = /\[([a-zA-Z0-9\-\\]+)\](\{(\w+)\})/;

/** What the schema demands. Throws ApiError 422. */
const checkSchema = (template: StoredObject): void => {
  const { virtualMachine, parameters } = record(template.spec);
  const faults: FieldFault[] = [
    ...(template.spec === undefined ? [requiredValue('spec')] : []),
    ...(template.spec !== undefined && virtualMachine === undefined
      ? [requiredValue('spec.virtualMachine')]
      : []),
    ...records(parameters).flatMap(({ name, generate, from }, index): FieldFault[] => {
      const field = `spec.parameters[${index}]`;
      return [
        ...(name === undefined ? [requiredValue(`${field}.name`)] : []),
        ...(generate === undefined || generate === 'expression'
          ? []
          : [
              {
                field: `${field}.generate`,
                reason: 'FieldValueNotSupported',
                message: `Unsupported value: ${JSON.stringify(generate)}: supported values: "expression"`,
              } as const,
            ]),
        ...(from === undefined || PARAMETER_FROM.test(string(from) ?? '')
          ? []
          : [
              invalidValue(
                `${field}.from`,
                from,
                `${field}.from in body should match '${PARAMETER_FROM.source}'`,
              ),
            ]),
      ];
    }),
  ];
  if (faults.length > 0) {
    throw invalidFields({ group: VM_TEMPLATE_GROUP, kind: KIND }, template.metadata.name, faults);
  }
};

/** VirtualMachineTemplate in these versions, the stored one first. */
export const vmTemplateType = ([version = 'v1alpha1', ...alsoServedAs]: readonly string[]): ResourceType =>
  kubevirt(KIND, VM_TEMPLATES, ['vmt', 'vmts'], {
    group: VM_TEMPLATE_GROUP,
    version,
    alsoServedAs,
    categories: [],
    columns: [age, { name: 'Ready', type: 'string', value: condition('Ready') }],
    validate: checkSchema,
  });

/** The VM in a template. */
export const machineIn = (template: StoredObject): unknown => at(template, 'spec', 'virtualMachine');
