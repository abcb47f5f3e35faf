import type { ResourceType } from '../contract';
import { ApiError } from '../store/apiError';
import type { EmbeddedHost } from './embeddedHost';

/** A resource as discovery describes it. */
interface ServedResource {
  plural: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  verbs: readonly string[];
  shortNames?: readonly string[];
  categories?: readonly string[];
  subresources: readonly {
    name: string;
    kind: string;
    group?: string;
    version?: string;
    verbs: readonly string[];
  }[];
}

interface ServedGroup {
  group: string;
  /** Preferred version first. */
  versions: { version: string; resources: ServedResource[] }[];
}

const review = (kind: string): ServedResource => ({
  plural: `${kind.toLowerCase()}s`,
  singular: kind.toLowerCase(),
  kind,
  namespaced: false,
  verbs: ['create'],
  subresources: [],
});

/** Groups of requests that are answered at once and never stored. */
const REVIEW_GROUPS: readonly ServedGroup[] = [
  {
    group: 'authentication.k8s.io',
    versions: [{ version: 'v1', resources: [review('SelfSubjectReview')] }],
  },
  {
    group: 'authorization.k8s.io',
    versions: [
      {
        version: 'v1',
        resources: [review('SelfSubjectAccessReview'), review('SelfSubjectRulesReview')],
      },
    ],
  },
];

const versionsOf = (type: ResourceType): string[] => [type.version, ...(type.alsoServedAs ?? [])];

const served = ({
  plural,
  singular,
  kind,
  namespaced,
  verbs,
  shortNames,
  categories,
  subresources = [],
}: ResourceType): ServedResource => ({
  plural,
  singular,
  kind,
  namespaced,
  verbs,
  shortNames,
  categories,
  subresources,
});

/** How much a version is preferred, as in Kubernetes: stable ones to betas, those to alphas, and later ones to earlier ones. */
const priority = (version: string): [stability: number, major: number, minor: number] => {
  const [, major = '0', stage = '', minor = '0'] = /^v(\d+)(alpha|beta)?(\d+)?$/.exec(version) ?? [];
  return [['alpha', 'beta', ''].indexOf(stage), Number(major), Number(minor)];
};

/** The versions without repetition, the preferred one first, whichever is stored. */
const byPriority = (versions: readonly string[]): string[] =>
  [...new Set(versions)].sort((left, right) => {
    const [mine, other] = [priority(left), priority(right)];
    return other[0] - mine[0] || other[1] - mine[1] || other[2] - mine[2];
  });

/** Subresources that were registered under a group that stores nothing (`subresources.kubevirt.io`). */
const subresourceGroups = (host: EmbeddedHost): ServedGroup[] => {
  const stored = new Set(host.store.types().map(({ group }) => group));
  const names = [...new Set(host.subresources.map(({ group }) => group))].filter(
    (group) => !stored.has(group),
  );
  return names.map((group) => {
    const registered = host.subresources.filter((known) => known.group === group);
    const resourcesOf = (version: string): ServedResource[] => {
      const served = registered.filter(({ versions }) => versions.includes(version));
      return [...new Set(served.map(({ plural }) => plural))].map((plural) => ({
        plural,
        singular: '',
        kind: '',
        namespaced: true,
        verbs: host.findSubresource(group, plural, '', version) === undefined ? [] : ['update'],
        subresources: served
          .filter((known) => known.plural === plural && known.subresource !== '')
          .map(({ subresource, kind, verbs }) => ({ name: subresource, kind, verbs })),
      }));
    };
    const versions = byPriority(registered.flatMap((known) => known.versions));
    return { group, versions: versions.map((version) => ({ version, resources: resourcesOf(version) })) };
  });
};

/** Everything that is served, the core group ('') first. */
const servedGroups = (host: EmbeddedHost): ServedGroup[] => {
  const types = host.store.types();
  const names = [...new Set(types.map(({ group }) => group))];
  const stored = names.map((group): ServedGroup => {
    const members = types.filter((type) => type.group === group);
    const versions = byPriority(members.flatMap(versionsOf));
    return {
      group,
      versions: versions.map((version) => ({
        version,
        resources: members.filter((type) => versionsOf(type).includes(version)).map(served),
      })),
    };
  });
  return [...stored, ...REVIEW_GROUPS, ...subresourceGroups(host)];
};

const groupVersion = (group: string, version: string): string =>
  group === '' ? version : `${group}/${version}`;

const apiGroup = ({ group, versions }: ServedGroup): Record<string, unknown> => {
  const named = versions.map(({ version }) => ({ groupVersion: groupVersion(group, version), version }));
  return { name: group, versions: named, preferredVersion: named[0] };
};

const resourceEntries = (resource: ServedResource): Record<string, unknown>[] => {
  const { plural, singular, kind, namespaced, verbs, shortNames, categories, subresources } = resource;
  const own = { name: plural, singularName: singular, namespaced, kind, verbs, shortNames, categories };
  return [
    ...(verbs.length === 0 ? [] : [own]),
    ...subresources.map(({ name, ...rest }) => ({
      name: `${plural}/${name}`,
      singularName: '',
      namespaced,
      ...rest,
    })),
  ];
};

/** The documents of legacy discovery: `/api`, `/apis`, `/apis/<group>` and `/api…/<version>`. */
export const legacyDiscovery = (
  host: EmbeddedHost,
  pathname: string,
): Record<string, unknown> | undefined => {
  const [root, ...rest] = pathname.split('/').filter((segment) => segment !== '');
  const groups = servedGroups(host);
  if (root === 'api' && rest.length === 0) {
    return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  }
  if (root === 'apis' && rest.length === 0) {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.filter(({ group }) => group !== '').map(apiGroup),
    };
  }
  const [name, version] = root === 'api' ? ['', rest[0]] : rest;
  const group = groups.find((known) => known.group === name);
  if (root === 'apis' && version === undefined && group !== undefined) {
    return { kind: 'APIGroup', apiVersion: 'v1', ...apiGroup(group) };
  }
  const found = group?.versions.find((known) => known.version === version);
  if (found === undefined || group === undefined || rest.length > (root === 'api' ? 1 : 2)) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: groupVersion(group.group, found.version),
    resources: found.resources.flatMap(resourceEntries),
  };
};

export const AGGREGATED_TYPE = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Aggregated discovery: `/api` answers the core group, `/apis` all the others. */
export const aggregatedDiscovery = (host: EmbeddedHost, root: 'api' | 'apis'): Record<string, unknown> => ({
  kind: 'APIGroupDiscoveryList',
  apiVersion: 'apidiscovery.k8s.io/v2',
  metadata: {},
  items: servedGroups(host)
    .filter(({ group }) => (group === '') === (root === 'api'))
    .map(({ group, versions }) => ({
      metadata: group === '' ? {} : { name: group },
      versions: versions.map(({ version, resources }) => ({
        version,
        resources: resources.map(({ plural, singular, kind, namespaced, subresources, ...rest }) => ({
          resource: plural,
          responseKind: { group: '', version: '', kind },
          scope: namespaced ? 'Namespaced' : 'Cluster',
          singularResource: singular,
          ...rest,
          ...(subresources.length === 0
            ? {}
            : {
                subresources: subresources.map((sub) => ({
                  subresource: sub.name,
                  responseKind: { group: sub.group ?? '', version: sub.version ?? '', kind: sub.kind },
                  verbs: sub.verbs,
                })),
              }),
        })),
        freshness: 'Current',
      })),
    })),
});

export const wantsAggregated = (accept: string | undefined): boolean => {
  const first = accept?.split(',')[0]?.replace(/\s/g, '') ?? '';
  return first.includes('g=apidiscovery.k8s.io') && first.includes('v=v2;');
};

export const unknownResource = (): ApiError =>
  new ApiError(404, 'NotFound', 'the server could not find the requested resource', {});
