import type { StoredObject } from '../contract';
import { invalidFields, invalidValue, requiredValue, type FieldFault } from '../kubevirt/fieldFault';
import { record, string } from '../kubevirt/untyped';
import { generatedValue } from '../templates/generatedValue';
import { changeStrings, substitutedText, withoutFixedNamespace } from '../templates/substitution';
import { checkParameters, parametersOf, TEMPLATE_GROUP } from './templateTypes';
import type { TemplateParameter } from './templateTypes';

const withValue = (parameter: TemplateParameter, index: number, errors: FieldFault[]): TemplateParameter => {
  const { name = '', generate = '', from = '', required = false } = parameter;
  const path = `template.parameters[${index}]`;
  if (parameter.value) {
    return parameter;
  }
  let value = '';
  if (generate === 'expression') {
    try {
      value = generatedValue(from, { includesLast: false });
    } catch (error) {
      errors.push(invalidValue(path, parameter, error instanceof Error ? error.message : String(error)));
      return parameter;
    }
  } else if (generate !== '') {
    errors.push(invalidValue(path, generate, `Unknown generator name '${generate}' for parameter ${name}`));
    return parameter;
  }
  if (value === '' && required) {
    errors.push(requiredValue(path, `${path}: parameter ${name} is required and must be specified`));
  }
  return value === '' ? parameter : { ...parameter, value };
};

const withLabels = (object: Record<string, unknown>, labels: Record<string, unknown>): unknown => {
  if (Object.keys(labels).length === 0) {
    return object;
  }
  const metadata = record(object.metadata);
  return { ...object, metadata: { ...metadata, labels: { ...record(metadata.labels), ...labels } } };
};

/**
 * The template with values for its parameters, and the objects, labels and message with these values in place of the
 * references. Throws ApiError 422 with the messages of OpenShift's API server.
 */
export const processTemplate = (template: StoredObject): StoredObject => {
  checkParameters(template);
  const errors: FieldFault[] = [];
  const refuse = (): void => {
    if (errors.length > 0) {
      throw invalidFields({ group: TEMPLATE_GROUP, kind: 'Template' }, template.metadata.name, errors);
    }
  };
  const parameters = parametersOf(template).map((parameter, index) => withValue(parameter, index, errors));
  refuse();
  const values = new Map(parameters.map(({ name = '', value = '' }) => [name, value]));
  const substituted = (text: string): unknown => substitutedText(text, values);
  const labels = record(changeStrings(record(template.labels), substituted));
  const given: unknown[] = Array.isArray(template.objects) ? template.objects : [];
  const objects = given.map((object, index) => {
    if (!string(record(object).kind)) {
      const why = `unable to handle object: Object 'Kind' is missing in '${JSON.stringify(object)}'`;
      errors.push(invalidValue(`item[${index}].objects`, object, why));
      return object;
    }
    return withLabels(record(changeStrings(withoutFixedNamespace(record(object)), substituted)), labels);
  });
  refuse();
  return {
    ...template,
    ...(typeof template.message === 'string' ? { message: String(substituted(template.message)) } : {}),
    objects,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  };
};
