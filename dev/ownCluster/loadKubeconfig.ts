import { dirname, resolve } from 'node:path';
import type { Cluster, Context, User } from '@kubernetes/client-node';
import { KubeConfig } from '@kubernetes/client-node';
import { UserError } from '../base/userError';
import { environmentProxy } from './environmentProxy';
import { isExecEntry, preparedExec } from './execPlugin';
import type { RawUser } from './rawKubeconfig';
import { readRawKubeconfig } from './rawKubeconfig';
import { TokenFileAuth, tokenFileProvider } from './tokenFileAuth';

export interface KubeconfigChoice {
  /** Files in order of precedence, at least one. */
  paths: readonly string[];
  /** Undefined: the current context. */
  context: string | undefined;
  as: string | undefined;
  asGroups: readonly string[];
}

export interface LoadedKubeconfig {
  /** Contains only the chosen context, its cluster and its user. */
  config: KubeConfig;
  cluster: Cluster;
  user: User;
  context: string;
  /** Headers for impersonation; empty without one. */
  impersonation: Record<string, string | string[]>;
  actingAs: string | undefined;
}

interface Source {
  path: string;
  config: KubeConfig;
  rawUsers: readonly RawUser[];
}

const readSource = (path: string): Source => {
  const { text, raw } = readRawKubeconfig(path);
  const config = new KubeConfig();
  try {
    config.loadFromString(text);
    config.makePathsAbsolute(dirname(path));
  } catch (error) {
    throw new UserError(
      `${path} is no kubeconfig: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  return { path, config, rawUsers: raw.users ?? [] };
};

/** If a name occurs twice, the first counts, as for kubectl. */
const named = <T extends { name: string }>(lists: readonly (readonly T[])[], name: string): T | undefined =>
  lists.flat().find((item) => item.name === name);

const chooseContext = (sources: readonly Source[], wanted: string | undefined): Context => {
  const contexts = sources.map(({ config }) => config.contexts);
  const files = sources.map(({ path }) => path).join(', ');
  const known = contexts.flat().map(({ name }) => name);
  const choice = known.length === 0 ? 'It has none.' : `There are: ${known.join(', ')}.`;
  const name = wanted ?? sources.map(({ config }) => config.currentContext).find(Boolean);
  if (name === undefined) {
    throw new UserError(`${files} has no current context. Name one with --context. ${choice}`);
  }
  const context = named(contexts, name);
  if (context === undefined) {
    throw new UserError(`There is no context “${name}” in ${files}. ${choice}`);
  }
  return context;
};

const impersonationOf = (
  { as, asGroups }: KubeconfigChoice,
  user: User,
  raw: RawUser['user'],
): Record<string, string | string[]> => {
  const name = as ?? user.impersonateUser;
  // The client uses null for none.
  if (!name) {
    return {};
  }
  // The kubeconfig's groups belong to the user that it impersonates, not to the user of the command line.
  const groups = as === undefined && asGroups.length === 0 ? (raw?.['as-groups'] ?? []) : asGroups;
  const uid = as === undefined ? raw?.['as-uid'] : undefined;
  const extra = as === undefined ? (raw?.['as-user-extra'] ?? {}) : {};
  return {
    'Impersonate-User': name,
    ...(groups.length === 0 ? {} : { 'Impersonate-Group': [...groups] }),
    ...(uid === undefined ? {} : { 'Impersonate-Uid': uid }),
    ...Object.fromEntries(
      Object.entries(extra).map(([key, values]) => [`Impersonate-Extra-${encodeURIComponent(key)}`, values]),
    ),
  };
};

/** Reads the files and returns what belongs to the chosen context. Throws UserError with one sentence. */
export const loadKubeconfig = (choice: KubeconfigChoice): LoadedKubeconfig => {
  const sources = choice.paths.map(readSource);
  const context = chooseContext(sources, choice.context);
  const found = named(
    sources.map(({ config }) => config.clusters),
    context.cluster,
  );
  if (found === undefined) {
    throw new UserError(
      `The context “${context.name}” names the cluster “${context.cluster}”, which is not there.`,
    );
  }
  if (!URL.canParse(found.server) || !/^https?:/.test(found.server)) {
    throw new UserError(
      `The server of the cluster “${found.name}” is no address: it needs https://HOST:PORT.`,
    );
  }
  // The client refuses plain HTTP unless verification is off; plain HTTP has no certificates to verify.
  const secured: Cluster = found.server.startsWith('http:') ? { ...found, skipTLSVerify: true } : found;
  const proxyUrl = secured.proxyUrl ?? environmentProxy(secured.server);
  const cluster: Cluster = proxyUrl === undefined ? secured : { ...secured, proxyUrl };
  const owner = sources.find(({ config }) => config.users.some(({ name }) => name === context.user));
  const stated = owner?.config.users.find(({ name }) => name === context.user) ?? { name: '' };
  if (context.user && owner === undefined) {
    throw new UserError(`The context “${context.name}” names the user “${context.user}”, who is not there.`);
  }
  const raw = owner?.rawUsers.find(({ name }) => name === context.user)?.user;
  const kubeconfig = owner?.path ?? '';
  const user: User = {
    ...stated,
    // We send the user and the groups in our own headers.
    impersonateUser: undefined,
    ...(raw?.tokenFile === undefined
      ? {}
      : // The file is the newer one where both are given.
        { token: undefined, authProvider: tokenFileProvider(resolve(dirname(kubeconfig), raw.tokenFile)) }),
    ...(isExecEntry(stated.exec) ? { exec: preparedExec(stated.exec, kubeconfig, cluster) } : {}),
  };
  if (isExecEntry(stated.exec) && stated.exec.interactiveMode === 'Always') {
    throw new UserError(
      `The credential plugin “${stated.exec.command}” of user “${user.name}” has to ask questions, which it cannot here: its interactiveMode is Always. Use a token or a certificate.`,
    );
  }
  const config = new KubeConfig();
  config.addAuthenticator(new TokenFileAuth());
  config.loadFromOptions({
    clusters: [cluster],
    users: [user],
    contexts: [{ ...context, user: user.name }],
    currentContext: context.name,
  });
  const impersonation = impersonationOf(choice, stated, raw);
  const actingAs = impersonation['Impersonate-User'];
  return {
    config,
    cluster,
    user,
    context: context.name,
    impersonation,
    actingAs: typeof actingAs === 'string' ? actingAs : undefined,
  };
};
