import type { Cause } from '../admission/refusal';
import type { Clone } from './copies';

const faults = (filter: string, field: string): string[] => {
  if (filter.length === 1) {
    return filter === '!' ? ['a negation character is not a valid filter'] : [];
  }
  const wrong = (what: string, character: string, rule: string): string =>
    `${field} filter ${filter} is invalid: cannot contain a ${what} character (${character}); FilterRules: ${rule}`;
  return [
    ...(filter.slice(1).includes('!')
      ? [wrong('negation', '!', 'NegationChar can be only used at the beginning of the filter')]
      : []),
    ...(filter.slice(0, -1).includes('*')
      ? [wrong('wildcard', '*', 'WildcardChar can be only at the end of the filter')]
      : []),
  ];
};

/** The messages about filters of labels and annotations that KubeVirt does not accept. */
export const filterCauses = ({
  annotationFilters,
  labelFilters,
  template,
}: Pick<Clone['spec'], 'annotationFilters' | 'labelFilters' | 'template'>): Cause[] =>
  Object.entries({
    'spec.annotations': annotationFilters,
    'spec.labels': labelFilters,
    'spec.template.annotations': template?.annotationFilters,
    'spec.template.labels': template?.labelFilters,
  }).flatMap(([field, filters]) =>
    (filters ?? []).flatMap((filter) => faults(filter, field).map((message) => ({ message, field }))),
  );
