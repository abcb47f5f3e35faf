import type { IncomingMessage } from 'node:http';

const PREFIX = '/as/';

/**
 * kubectl sends no token over plain HTTP, so its kubeconfig has a server whose path contains the token:
 * `http://127.0.0.1:9080/as/<token>`. Below it the API is the same as at the root.
 */
export const pathOfToken = (token: string): string => `${PREFIX}${token}`;

/** Moves a token from the path of a request into its Authorization header. */
export const acceptPathToken = (request: IncomingMessage): void => {
  const match = /^\/as\/([^/?]+)(.*)$/.exec(request.url ?? '');
  if (match === null) {
    return;
  }
  const [, token = '', rest = ''] = match;
  request.headers.authorization = `Bearer ${token}`;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
};
