import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of PEM files. */
interface CertificateFiles {
  certificate: string;
  key: string;
}

export interface Certificates {
  authority: CertificateFiles;
  /** Valid for 127.0.0.1, localhost and api.example. */
  server: CertificateFiles;
  client: CertificateFiles;
}

const openssl = (...args: string[]): void => {
  execFileSync('openssl', args, { stdio: 'pipe' });
};

/** Why certificates cannot be made here; undefined if they can. */
export const whyNoCertificates = (): string | undefined => {
  try {
    openssl('version');
    return undefined;
  } catch {
    return 'there is no openssl';
  }
};

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Creates an authority, and a server and a client certificate signed by it, in the folder. */
export const makeCertificates = (folder: string): Certificates => {
  const files = (name: string): CertificateFiles => ({
    certificate: join(folder, `${name}.crt`),
    key: join(folder, `${name}.key`),
  });
  const authority = files('authority');
  const out = ({ certificate, key }: CertificateFiles): string[] => ['-keyout', key, '-out', certificate];
  openssl('req', '-x509', ...KEY, '-days', '2', '-subj', '/CN=test authority', ...out(authority));
  const signed = (name: string, extensions: string): CertificateFiles => {
    const made = files(name);
    const request = join(folder, `${name}.csr`);
    const extensionFile = join(folder, `${name}.ext`);
    writeFileSync(extensionFile, extensions);
    openssl('req', ...KEY, '-subj', `/CN=${name}`, '-keyout', made.key, '-out', request);
    openssl(
      ...['x509', '-req', '-in', request, '-days', '2', '-out', made.certificate, '-extfile', extensionFile],
      ...['-CA', authority.certificate, '-CAkey', authority.key, '-CAcreateserial'],
    );
    return made;
  };
  return {
    authority,
    server: signed('server', 'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:api.example\n'),
    client: signed('client', 'extendedKeyUsage=clientAuth\n'),
  };
};
