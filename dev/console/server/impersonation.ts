import type { IncomingHttpHeaders } from 'node:http';
import type { Persona } from '../../cluster/contract';

export interface Impersonation {
  user: string | undefined;
  groups: string[];
}

/** Whether the persona may impersonate at all; the API server decides about the rest. */
export const mayImpersonate = ({ id }: Persona): boolean => id === 'admin';

const listOf = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

/** The impersonation in a request's headers. */
export const impersonationInHeaders = (headers: IncomingHttpHeaders): Impersonation => ({
  user: listOf(headers['impersonate-user'])[0],
  groups: listOf(headers['impersonate-group']),
});

/** Decodes base64 with `_` and `-` instead of `=` and `/`, which a subprotocol forbids. Node gives headers as bytes. */
const decode = (text: string): string =>
  Buffer.from(text.replaceAll('_', '=').replaceAll('-', '/'), 'base64').toString('latin1');

const valuesOf = (protocols: readonly string[], prefix: string): string[] =>
  protocols
    .filter((protocol) => protocol.startsWith(prefix))
    .map((protocol) => decode(protocol.slice(prefix.length)));

export const isImpersonation = (protocol: string): boolean => protocol.startsWith('Impersonate-');

/** The impersonation of a WebSocket: browsers cannot set its headers, so the console uses subprotocols. */
export const impersonationInProtocols = (protocols: readonly string[]): Impersonation => ({
  user: valuesOf(protocols, 'Impersonate-User.')[0],
  groups: valuesOf(protocols, 'Impersonate-Group.'),
});

/** The headers for the API server; empty without impersonation. */
export const impersonationHeaders = ({ user, groups }: Impersonation): Record<string, string | string[]> => ({
  ...(user === undefined ? {} : { 'Impersonate-User': user }),
  ...(groups.length === 0 ? {} : { 'Impersonate-Group': groups }),
});
