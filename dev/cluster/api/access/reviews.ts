import type { User } from '../../contract';
import { badRequest } from '../../store/apiError';
import { isRecord } from '../../store/jsonValue';
import { mayAccess, mayReachPath, rulesFor } from './authorizer';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isAllowed = (user: User, spec: Record<string, unknown>): boolean => {
  if (isRecord(spec.resourceAttributes)) {
    const { verb, group, resource, subresource, namespace, name } = spec.resourceAttributes;
    return mayAccess(user, {
      verb: text(verb),
      group: text(group),
      resource: text(resource),
      subresource: text(subresource),
      namespace: text(namespace),
      name: text(name),
    });
  }
  if (isRecord(spec.nonResourceAttributes)) {
    const { verb, path } = spec.nonResourceAttributes;
    return mayReachPath(user, { verb: text(verb), path: text(path) });
  }
  throw badRequest('spec.resourceAttributes or spec.nonResourceAttributes is required');
};

const rulesStatus = (user: User, namespace: string): Record<string, unknown> => {
  const rules = rulesFor(user, namespace);
  return {
    resourceRules: rules
      .filter(({ resources }) => resources !== undefined)
      .map(({ verbs, apiGroups, resources }) => ({ verbs, apiGroups, resources })),
    nonResourceRules: rules
      .filter(({ nonResourceURLs }) => nonResourceURLs !== undefined)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    incomplete: false,
  };
};

const REVIEWS: Readonly<
  Record<
    string,
    { kind: string; group: string; status: (user: User, spec: Record<string, unknown>) => unknown }
  >
> = {
  selfsubjectaccessreviews: {
    kind: 'SelfSubjectAccessReview',
    group: 'authorization.k8s.io',
    status: (user, spec) => ({ allowed: isAllowed(user, spec) }),
  },
  selfsubjectrulesreviews: {
    kind: 'SelfSubjectRulesReview',
    group: 'authorization.k8s.io',
    status: (user, spec) => rulesStatus(user, text(spec.namespace)),
  },
  selfsubjectreviews: {
    kind: 'SelfSubjectReview',
    group: 'authentication.k8s.io',
    status: ({ name, groups }) => ({ userInfo: { username: name, groups } }),
  },
};

/**
 * Answers a review that a user asks about itself, or undefined when the resource is none. What is not stored has
 * no name: a review is an answer to one request.
 */
export const answerReview = (
  user: User,
  group: string,
  plural: string,
  body: () => unknown,
): Record<string, unknown> | undefined => {
  const review = REVIEWS[plural];
  if (review?.group !== group) {
    return undefined;
  }
  const given = body();
  const spec = isRecord(given) && isRecord(given.spec) ? given.spec : {};
  return {
    kind: review.kind,
    apiVersion: `${group}/v1`,
    metadata: {},
    ...(review.kind === 'SelfSubjectReview' ? {} : { spec }),
    status: review.status(user, spec),
  };
};
