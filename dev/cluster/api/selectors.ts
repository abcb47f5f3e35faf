import type { StoredObject } from '../contract';
import { badRequest } from '../store/apiError';

export type Matcher = (object: StoredObject) => boolean;

/** Splits at commas that are not inside parentheses. */
const splitTerms = (text: string): string[] =>
  text
    .split(/,(?![^(]*\))/)
    .map((term) => term.trim())
    .filter((term) => term !== '');

const KEY = '[A-Za-z0-9][-A-Za-z0-9_./]*';
const SET_TERM = new RegExp(`^(${KEY})\\s+(in|notin)\\s+\\(([^)]*)\\)$`);
const EQUALITY_TERM = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)$`);
const EXISTS_TERM = new RegExp(`^(!?)\\s*(${KEY})$`);
const NUMBER_TERM = new RegExp(`^(${KEY})\\s*(<|>)\\s*(-?\\d+)$`);

type LabelTest = (labels: Readonly<Record<string, string>>) => boolean;

const labelTest = (term: string): LabelTest => {
  const set = SET_TERM.exec(term);
  if (set !== null) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    return (labels) => {
      const value = labels[key];
      const found = value !== undefined && values.includes(value);
      return operator === 'in' ? found : !found;
    };
  }
  const equality = EQUALITY_TERM.exec(term);
  if (equality !== null) {
    const [, key = '', operator, wanted] = equality;
    return (labels) => (operator === '!=' ? labels[key] !== wanted : labels[key] === wanted);
  }
  const number = NUMBER_TERM.exec(term);
  if (number !== null) {
    const [, key = '', operator, bound] = number;
    return (labels) => {
      const value = Number(labels[key]);
      return operator === '<' ? value < Number(bound) : value > Number(bound);
    };
  }
  const exists = EXISTS_TERM.exec(term);
  if (exists !== null) {
    const [, not, key = ''] = exists;
    return (labels) => (labels[key] !== undefined) === (not === '');
  }
  throw badRequest(`unable to parse requirement: ${JSON.stringify(term)} is no label requirement`);
};

/** Reads a label selector, equality- and set-based. Throws ApiError 400 when it is none. */
export const labelMatcher = (selector: string): Matcher => {
  const tests = splitTerms(selector).map(labelTest);
  return ({ metadata }) => tests.every((test) => test(metadata.labels ?? {}));
};

/** Fields that can be selected besides metadata.name and metadata.namespace, by resource. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  secrets: ['type'],
  namespaces: ['status.phase'],
  nodes: ['spec.unschedulable'],
};

const fieldOf = (object: StoredObject, path: string): string => {
  // The API server compares the component of an event's source under the name of its parent.
  const full = path === 'source' ? 'source.component' : path;
  let value: unknown = object;
  for (const step of full.split('.')) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
    ? String(value)
    : '';
};

/** Reads a field selector for a resource. Throws ApiError 400 for a field that cannot be selected there. */
export const fieldMatcher = (selector: string, plural: string): Matcher => {
  const allowed = ['metadata.name', 'metadata.namespace', ...(FIELDS[plural] ?? [])];
  const tests = splitTerms(selector).map((term) => {
    const [, field = '', operator = '', wanted = ''] = /^([^=!]+)(!=|==|=)(.*)$/.exec(term) ?? [];
    if (operator === '') {
      throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`);
    }
    if (!allowed.includes(field)) {
      throw badRequest(
        `Unable to find ${JSON.stringify(plural)} that match label selector "", field selector ${JSON.stringify(selector)}: field label not supported: ${field}`,
      );
    }
    return { field, wanted, negated: operator === '!=' };
  });
  return (object) =>
    tests.every(({ field, wanted, negated }) => (fieldOf(object, field) === wanted) !== negated);
};

/** The matcher of a list or watch request, and whether it leaves anything out. */
export const requestMatcher = (
  query: URLSearchParams,
  plural: string,
): { matches: Matcher; selective: boolean } => {
  const labels = query.get('labelSelector') ?? '';
  const fields = query.get('fieldSelector') ?? '';
  const byLabel = labelMatcher(labels);
  const byField = fieldMatcher(fields, plural);
  return {
    matches: (object) => byLabel(object) && byField(object),
    selective: labels !== '' || fields !== '',
  };
};
