import type { User } from '../../contract';
import { ApiError, groupResource, resourceDetails } from '../../store/apiError';
import type { PolicyRule, RoleBinding } from './roles';
import { ROLE_BINDINGS } from './roles';

export interface ResourceAttributes {
  verb: string;
  group: string;
  resource: string;
  subresource?: string | undefined;
  namespace?: string | undefined;
  name?: string | undefined;
}

export interface PathAttributes {
  verb: string;
  path: string;
}

const SYSTEM_NAMESPACE = /^(openshift|kube)(-|$)/;

const isBound = (binding: RoleBinding, user: User): boolean =>
  binding.users.includes(user.name) || binding.groups.some((group) => user.groups.includes(group));

const holdsIn = ({ where }: RoleBinding, namespace: string | undefined): boolean => {
  if (where === 'cluster') {
    return true;
  }
  if (namespace === undefined || namespace === '') {
    return false;
  }
  return where === 'workloads' ? !SYSTEM_NAMESPACE.test(namespace) : where.namespace === namespace;
};

const includes = (allowed: readonly string[] | undefined, wanted: string): boolean =>
  allowed?.some((item) => item === '*' || item === wanted) === true;

const qualified = (resource: string, subresource: string | undefined): string =>
  subresource ? `${resource}/${subresource}` : resource;

/** The rules that hold for a user in a namespace (undefined: for requests without one). */
export const rulesFor = (user: User, namespace: string | undefined): PolicyRule[] =>
  ROLE_BINDINGS.filter((binding) => isBound(binding, user) && holdsIn(binding, namespace)).flatMap(
    ({ rules }) => rules,
  );

export const mayAccess = (user: User, attributes: ResourceAttributes): boolean =>
  rulesFor(user, attributes.namespace).some(
    (rule) =>
      includes(rule.verbs, attributes.verb) &&
      includes(rule.apiGroups, attributes.group) &&
      includes(rule.resources, qualified(attributes.resource, attributes.subresource)),
  );

export const mayReachPath = (user: User, { verb, path }: PathAttributes): boolean =>
  rulesFor(user, undefined).some(
    (rule) =>
      includes(rule.verbs, verb) &&
      rule.nonResourceURLs?.some((url) =>
        url.endsWith('*') ? path.startsWith(url.slice(0, -1)) : url === path,
      ) === true,
  );

/** Throws ApiError 403 with the text of the API server. */
export const requireAccess = (user: User, attributes: ResourceAttributes): void => {
  if (mayAccess(user, attributes)) {
    return;
  }
  const { verb, group, resource, subresource, namespace, name = '' } = attributes;
  const what = `${groupResource(group, resource)}${name === '' ? '' : ` "${name}"`}`;
  const where = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
  throw new ApiError(
    403,
    'Forbidden',
    `${what} is forbidden: User "${user.name}" cannot ${verb} resource "${qualified(resource, subresource)}" in API group "${group}" ${where}`,
    resourceDetails(group, resource, name),
  );
};

/** Throws ApiError 403 with the text of the API server. */
export const requirePath = (user: User, attributes: PathAttributes): void => {
  if (!mayReachPath(user, attributes)) {
    throw new ApiError(
      403,
      'Forbidden',
      `forbidden: User "${user.name}" cannot ${attributes.verb} path "${attributes.path}"`,
      {},
    );
  }
};
