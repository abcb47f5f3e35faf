import { readFileSync } from 'node:fs';
import type { KubeConfig, User } from '@kubernetes/client-node';
import { UpstreamRefusal } from '../console/server/upstream';

type Authenticator = Parameters<KubeConfig['addAuthenticator']>[0];

const PROVIDER = 'token-file';

interface TokenFileProvider {
  name: typeof PROVIDER;
  config: { path: string };
}

/** The entry that makes TokenFileAuth responsible for a user. */
export const tokenFileProvider = (path: string): TokenFileProvider => ({ name: PROVIDER, config: { path } });

const providerOf = ({ authProvider }: User): Partial<TokenFileProvider> | undefined =>
  authProvider as Partial<TokenFileProvider> | undefined;

/** Bearer tokens from files that other programs renew: read again at each request for credentials. */
export class TokenFileAuth implements Authenticator {
  isAuthProvider(user: User): boolean {
    return providerOf(user)?.name === PROVIDER;
  }

  applyAuthentication(
    user: User,
    options: Parameters<Authenticator['applyAuthentication']>[1],
  ): Promise<void> {
    const path = providerOf(user)?.config?.path ?? '';
    try {
      const token = readFileSync(path, 'utf8').trim();
      options.headers = { ...(options.headers as Record<string, string>), Authorization: `Bearer ${token}` };
      return Promise.resolve();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
      return Promise.reject(
        new UpstreamRefusal(401, 'Unauthorized', `The token file ${path} cannot be read: ${code}.`),
      );
    }
  }
}
