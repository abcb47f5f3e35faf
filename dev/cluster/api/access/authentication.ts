import type { IncomingHttpHeaders } from 'node:http';
import type { Persona, User } from '../../contract';
import { ApiError } from '../../store/apiError';
import { requireAccess } from './authorizer';

const ANONYMOUS: User = { name: 'system:anonymous', groups: ['system:unauthenticated'] };

const TOKEN_PROTOCOL = 'base64url.bearer.authorization.k8s.io.';

/** Browsers cannot set headers of WebSockets, so the token may be in a subprotocol. */
const tokenOf = (headers: IncomingHttpHeaders): string | undefined => {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined || headers.authorization !== undefined) {
    return bearer ?? '';
  }
  const protocol = headers['sec-websocket-protocol']
    ?.split(',')
    .map((offered) => offered.trim())
    .find((offered) => offered.startsWith(TOKEN_PROTOCOL));
  return protocol && Buffer.from(protocol.slice(TOKEN_PROTOCOL.length), 'base64url').toString();
};

export const isTokenProtocol = (protocol: string): boolean => protocol.startsWith(TOKEN_PROTOCOL);

/** Whether a request carries a known token. */
export const hasKnownToken = (headers: IncomingHttpHeaders, personas: readonly Persona[]): boolean => {
  const token = tokenOf(headers);
  return personas.some((known) => known.token === token);
};

const valuesOf = (headers: NodeJS.Dict<string[]>, name: string): string[] => headers[name] ?? [];

/**
 * Identifies the user of a request. `distinct` are the headers with all values (`Impersonate-Group` repeats). Throws
 * ApiError 401 for an unknown token, 403 for impersonation without the right to do so.
 */
export const authenticate = (
  headers: IncomingHttpHeaders,
  distinct: NodeJS.Dict<string[]>,
  personas: readonly Persona[],
): User => {
  const token = tokenOf(headers);
  const persona = personas.find((known) => known.token === token);
  if (token !== undefined && persona === undefined) {
    throw new ApiError(401, 'Unauthorized', 'Unauthorized');
  }
  const user: User =
    persona === undefined
      ? ANONYMOUS
      : { name: persona.name, groups: [...new Set([...persona.groups, 'system:authenticated'])] };

  const [impersonated] = valuesOf(distinct, 'impersonate-user');
  const groups = valuesOf(distinct, 'impersonate-group');
  if (impersonated === undefined) {
    if (groups.length > 0) {
      throw new ApiError(
        500,
        'InternalError',
        'Internal error occurred: requested impersonation without impersonating a user',
      );
    }
    return user;
  }
  requireAccess(user, { verb: 'impersonate', group: '', resource: 'users', name: impersonated });
  for (const group of groups) {
    requireAccess(user, { verb: 'impersonate', group: '', resource: 'groups', name: group });
  }
  return { name: impersonated, groups: [...new Set([...groups, 'system:authenticated'])] };
};
