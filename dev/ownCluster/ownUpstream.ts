import { impersonationHeaders } from '../console/server/impersonation';
import type { Upstream } from '../console/server/upstream';
import { UpstreamRefusal } from '../console/server/upstream';
import { askApi } from './askApi';
import { connectionTrouble } from './connectionTrouble';
import type { Credentials } from './credentials';
import { expiredCredential } from './expiry';
import type { InspectedCluster } from './inspectCluster';

/** Connects the console's server to the cluster of a kubeconfig. */
export const ownUpstream = (credentials: Credentials, { view, user }: InspectedCluster): Upstream => {
  const { host } = new URL(credentials.loaded.cluster.server);

  const troubleOnce = async (mayRepeat: boolean): Promise<string | undefined> => {
    try {
      const { status } = await askApi(await credentials.connection(), '/version');
      if (status !== 401) {
        return status < 500 ? undefined : `The API server at ${host} answers HTTP status ${status}.`;
      }
      if (credentials.refused() && mayRepeat) {
        return await troubleOnce(false);
      }
      const why =
        expiredCredential(credentials.loaded.user) ?? `The API server no longer accepts user “${view.user}”`;
      return `${why}. Log in again: the console takes the new credentials from the kubeconfig.`;
    } catch (error) {
      return error instanceof UpstreamRefusal ? error.message : connectionTrouble(error, host);
    }
  };

  return {
    apiServer: host,
    personaIds: [],
    connect: async (_request, impersonation) => {
      const connection = await credentials.connection();
      const { actingAs } = credentials.loaded;
      if (actingAs === undefined) {
        return { ...connection, headers: { ...connection.headers, ...impersonationHeaders(impersonation) } };
      }
      if (impersonation.user !== undefined) {
        throw new UpstreamRefusal(403, 'Forbidden', `This console already acts as ${actingAs}.`);
      }
      return connection;
    },
    credentialsRefused: () => credentials.refused(),
    session: () => ({ user, personas: [], apiServer: host, ownCluster: view }),
    trouble: () => troubleOnce(true),
  };
};
