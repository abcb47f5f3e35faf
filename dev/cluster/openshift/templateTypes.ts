import type { PrinterColumn, ResourceType, StoredObject } from '../contract';
import { invalidFields, invalidValue, requiredValue, type FieldFault } from '../kubevirt/fieldFault';
import { records } from '../kubevirt/untyped';

export const TEMPLATES = 'templates';
export const PROCESSED_TEMPLATES = 'processedtemplates';
export const TEMPLATE_GROUP = 'template.openshift.io';

export interface TemplateParameter {
  name?: string;
  value?: string;
  generate?: string;
  from?: string;
  required?: boolean;
}

export const parametersOf = (template: StoredObject): TemplateParameter[] => records(template.parameters);

const objectsOf = ({ objects }: StoredObject): unknown[] => (Array.isArray(objects) ? objects : []);

const LONGEST_DESCRIPTION = 80;

const descriptionOf = ({ metadata }: StoredObject): string => {
  const [first = '', ...more] = (metadata.annotations?.description ?? '').split('\n');
  const text = more.length > 0 ? `${first}...` : first;
  return text.length > LONGEST_DESCRIPTION ? `${text.slice(0, LONGEST_DESCRIPTION - 3).trim()}...` : text;
};

const parameterCount = (template: StoredObject): string => {
  const parameters = parametersOf(template);
  const unset = parameters.filter(({ value }) => !value);
  const generated = unset.filter(({ generate }) => generate).length;
  const blank = unset.length - generated;
  if (blank > 0) {
    return `${parameters.length} (${blank} blank)`;
  }
  return generated > 0 ? `${parameters.length} (${generated} generated)` : `${parameters.length} (all set)`;
};

const COLUMNS: PrinterColumn[] = [
  {
    name: 'Description',
    type: 'string',
    description: 'Template description.',
    value: descriptionOf,
  },
  { name: 'Parameters', type: 'string', value: parameterCount },
  {
    name: 'Objects',
    type: 'string',
    description: 'Number of resources in this template.',
    value: (template) => objectsOf(template).length,
  },
];

const PARAMETER_NAME = /^[a-zA-Z0-9_]+$/;

/** Throws ApiError 422 for parameters without a valid name. */
export const checkParameters = (template: StoredObject): void => {
  const errors = parametersOf(template).flatMap(({ name = '' }, index): FieldFault[] => {
    const field = `parameters[${index}].name`;
    if (name === '') {
      return [requiredValue(field)];
    }
    return PARAMETER_NAME.test(name)
      ? []
      : [invalidValue(field, name, `does not match ${PARAMETER_NAME.source}`)];
  });
  if (errors.length > 0) {
    throw invalidFields({ group: TEMPLATE_GROUP, kind: 'Template' }, template.metadata.name, errors);
  }
};

const COMMON = {
  group: TEMPLATE_GROUP,
  version: 'v1',
  kind: 'Template',
  namespaced: true,
  custom: false,
  fields: { message: true, objects: true, parameters: true, labels: true },
} as const;

/**
 * OpenShift's templates. Both resources have the same kind; clients that look a resource up by its kind take the last one.
 */
export const TEMPLATE_TYPES: readonly ResourceType[] = [
  { ...COMMON, plural: PROCESSED_TEMPLATES, singular: 'processedtemplate', verbs: ['create'] },
  {
    ...COMMON,
    plural: TEMPLATES,
    singular: 'template',
    verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'],
    columns: COLUMNS,
    validate: (template: StoredObject, old?: StoredObject): void => {
      if (old === undefined) {
        checkParameters(template);
      }
    },
  },
];
