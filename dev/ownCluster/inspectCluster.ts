import type { OwnClusterView } from '../console/server/upstream';
import { UpstreamRefusal } from '../console/server/upstream';
import { UserError } from '../base/userError';
import type { ApiAnswer } from './askApi';
import { askApi } from './askApi';
import { connectionTrouble } from './connectionTrouble';
import type { Credentials } from './credentials';
import { expiredCredential } from './expiry';

export interface InspectedCluster {
  view: OwnClusterView;
  user: { name: string; groups: string[] };
}

const REVIEW = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
const ACCESS_REVIEW = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Throws UserError unless the API server accepts the user. */
const checkAccepted = ({ status, body }: ApiAnswer, { loaded }: Credentials, host: string): void => {
  const { user, context, actingAs } = loaded;
  const said = text(at(body, 'message'));
  if (status === 401) {
    const why =
      expiredCredential(user) ??
      `The API server at ${host} does not accept the credentials of user “${user.name}” in context “${context}”`;
    throw new UserError(`${why}. Log in again, or choose another context with --context.`);
  }
  if (status === 403) {
    throw new UserError(
      actingAs === undefined
        ? `The API server at ${host} forbids user “${user.name}” even to ask who they are: ${said || 'HTTP status 403'}`
        : `User “${user.name}” may not act as “${actingAs}”: ${said || 'HTTP status 403'}`,
    );
  }
  if (status >= 400) {
    throw new UserError(`The API server at ${host} answers HTTP status ${status}${said && `: ${said}`}.`);
  }
};

/** Asks the API server for the user's name. Servers before 1.28 cannot tell; they get a simpler request. */
const whoAmI = async (credentials: Credentials, host: string): Promise<InspectedCluster['user']> => {
  const connection = await credentials.connection();
  const review = await askApi(connection, REVIEW, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'SelfSubjectReview',
  });
  if (review.status !== 404) {
    checkAccepted(review, credentials, host);
    const groups = at(review.body, 'status', 'userInfo', 'groups');
    return {
      name: text(at(review.body, 'status', 'userInfo', 'username')),
      groups: Array.isArray(groups) ? groups.map(String) : [],
    };
  }
  const access = await askApi(connection, ACCESS_REVIEW, {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: { verb: 'list', group: 'kubevirt.io', resource: 'virtualmachines' } },
  });
  checkAccepted(access, credentials, host);
  return { name: credentials.loaded.actingAs ?? credentials.loaded.user.name, groups: [] };
};

/** Undefined if KubeVirt is not installed, '' if the user may not read its version. */
const kubeVirtVersion = async (credentials: Credentials): Promise<string | undefined> => {
  const connection = await credentials.connection();
  const group = await askApi(connection, '/apis/kubevirt.io/v1');
  if (group.status === 404) {
    return undefined;
  }
  const list = await askApi(connection, '/apis/kubevirt.io/v1/kubevirts');
  const observed = text(at(list.body, 'items', 0, 'status', 'observedKubeVirtVersion'));
  if (observed !== '') {
    return observed;
  }
  // Every user may ask KubeVirt's own API for its version.
  const version = await askApi(connection, '/apis/subresources.kubevirt.io/v1/version');
  return version.status === 200 ? text(at(version.body, 'gitVersion')) : '';
};

/** Reads what the console shows about the cluster. Throws UserError with one sentence if the cluster cannot be used. */
export const inspectCluster = async (credentials: Credentials): Promise<InspectedCluster> => {
  const { cluster, context, user, actingAs } = credentials.loaded;
  const { host } = new URL(cluster.server);
  try {
    const connection = await credentials.connection();
    const version = await askApi(connection, '/version');
    checkAccepted(version, credentials, host);
    const gitVersion = text(at(version.body, 'gitVersion'));
    if (gitVersion === '') {
      throw new UserError(`What answers at ${host} is no Kubernetes API server.`);
    }
    const accepted = await whoAmI(credentials, host);
    const kubeVirt = await kubeVirtVersion(credentials);
    const hco = await askApi(connection, '/apis/hco.kubevirt.io');
    return {
      user: accepted,
      view: {
        cluster: cluster.name,
        context,
        user: user.name || accepted.name,
        ...(actingAs === undefined ? {} : { actingAs }),
        kubernetesVersion: gitVersion,
        ...(kubeVirt === undefined ? {} : { kubeVirtVersion: kubeVirt }),
        hasHco: hco.status === 200,
      },
    };
  } catch (error) {
    if (error instanceof UserError) {
      throw error;
    }
    throw new UserError(error instanceof UpstreamRefusal ? error.message : connectionTrouble(error, host));
  }
};

/** The text that `npm start` prints about it. */
export const describeCluster = (view: OwnClusterView, apiServer: string): string => {
  const kubeVirt =
    view.kubeVirtVersion === undefined
      ? 'KubeVirt is not installed'
      : view.kubeVirtVersion || 'installed, version not readable';
  return [
    `Cluster:     ${view.cluster} (${apiServer})`,
    `Context:     ${view.context}`,
    `User:        ${view.user}${view.actingAs === undefined ? '' : `, acting as ${view.actingAs}`}`,
    `Kubernetes:  ${view.kubernetesVersion}`,
    `KubeVirt:    ${kubeVirt}`,
    `HCO:         ${view.hasHco ? 'installed' : 'not installed'}`,
  ].join('\n');
};
