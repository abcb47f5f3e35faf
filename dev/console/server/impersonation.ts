import type { IncomingHttpHeaders } from 'node:http';
import type { Persona } from '../../cluster/contract';

export interface Impersonation {
  user: string | undefined;
  groups: string[];
}

/** Whether the persona may act as someone else at all; what the API server makes of it is its own business. */
export const mayImpersonate = ({ id }: Persona): boolean => id === 'admin';

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

/** What a request asks for by its headers. */
export const impersonationInHeaders = (headers: IncomingHttpHeaders): Impersonation => ({
  user: listOf(headers['impersonate-user'])[0],
  groups: listOf(headers['impersonate-group']),
});

/**
 * Base64 whose `=` and `/`, which a subprotocol cannot hold, are written `_` and `-`. Read byte by byte, for Node writes
 * headers so.
 */
const decode = (text: string): string =>
  Buffer.from(text.replaceAll('_', '=').replaceAll('-', '/'), 'base64').toString('latin1');

const valuesOf = (protocols: readonly string[], prefix: string): string[] =>
  protocols
    .filter((protocol) => protocol.startsWith(prefix))
    .map((protocol) => decode(protocol.slice(prefix.length)));

export const isImpersonation = (protocol: string): boolean => protocol.startsWith('Impersonate-');

/** What a WebSocket asks for: browsers cannot send headers with one, so the console writes it into subprotocols. */
export const impersonationInProtocols = (protocols: readonly string[]): Impersonation => ({
  user: valuesOf(protocols, 'Impersonate-User.')[0],
  groups: valuesOf(protocols, 'Impersonate-Group.'),
});

/** The headers that pass it on to the API server; empty when nobody is impersonated. */
export const impersonationHeaders = ({ user, groups }: Impersonation): Record<string, string | string[]> => ({
  ...(user === undefined ? {} : { 'Impersonate-User': user }),
  ...(groups.length === 0 ? {} : { 'Impersonate-Group': groups }),
});
