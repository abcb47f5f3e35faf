import { Credentials } from '../ownCluster/credentials';
import { describeCluster, inspectCluster } from '../ownCluster/inspectCluster';
import { kubeconfigPaths } from '../ownCluster/kubeconfigPaths';
import { ownUpstream } from '../ownCluster/ownUpstream';
import type { LaunchBackend } from './backend';
import type { StartOptions } from './options';

/** Connects to the cluster of a kubeconfig. Throws UserError if it cannot be used. */
export const prepareOwn = async (
  kubeconfig: string,
  { context, as, asGroups }: StartOptions,
): Promise<LaunchBackend> => {
  const credentials = new Credentials({ paths: kubeconfigPaths(kubeconfig), context, as, asGroups });
  const inspected = await inspectCluster(credentials);
  const upstream = ownUpstream(credentials, inspected);
  return () =>
    Promise.resolve({
      upstream,
      description: describeCluster(inspected.view, upstream.apiServer),
      close: () => Promise.resolve(),
    });
};
