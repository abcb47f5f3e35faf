import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import type { Persona } from '../contract';
import { pathOfToken } from './access/pathToken';

/** Writes a kubeconfig with a context per persona. Only the owner may read it, because it contains tokens. */
export const writeKubeconfig = async (
  path: string,
  url: string,
  personas: readonly Persona[],
): Promise<void> => {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    // One cluster per persona, because kubectl sends tokens only over TLS, but always uses the server's path.
    clusters: personas.map(({ id, token }) => ({ name: id, cluster: { server: url + pathOfToken(token) } })),
    users: personas.map(({ id, token }) => ({ name: id, user: { token } })),
    contexts: personas.map(({ id }) => ({
      name: id,
      context: { cluster: id, user: id, namespace: 'default' },
    })),
    'current-context': personas[0]?.id,
  };
  await mkdir(dirname(path), { recursive: true });
  // Writes a new file and renames it: writing to `path` would follow a symbolic link of another user.
  const written = `${path}.${randomUUID()}`;
  try {
    await writeFile(written, stringify(config), { mode: 0o600, flag: 'wx' });
    await rename(written, path);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
};
