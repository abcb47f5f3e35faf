import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { User } from '@kubernetes/client-node';

const certificateEnd = ({ certData, certFile }: User): Date | undefined => {
  try {
    const pem = certFile ? readFileSync(certFile) : certData ? Buffer.from(certData, 'base64') : undefined;
    return pem === undefined ? undefined : new Date(new X509Certificate(pem).validTo);
  } catch {
    // Unreadable certificates are reported where they are used.
    return undefined;
  }
};

/** The `exp` of a JSON web token; undefined for other tokens. */
const tokenEnd = ({ token }: User): Date | undefined => {
  try {
    const payload: unknown = JSON.parse(
      Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    const { exp } = payload as { exp?: unknown };
    return typeof exp === 'number' ? new Date(exp * 1000) : undefined;
  } catch {
    return undefined;
  }
};

/** Says which credential of the user has expired and when; undefined if none is known to have expired. */
export const expiredCredential = (user: User, now = new Date()): string | undefined => {
  const ends = [
    { what: 'client certificate', end: certificateEnd(user) },
    { what: 'token', end: tokenEnd(user) },
  ];
  const expired = ends.find(({ end }) => end !== undefined && end < now);
  return expired?.end === undefined
    ? undefined
    : `The ${expired.what} of user “${user.name}” expired at ${expired.end.toISOString()}`;
};
