import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import type { Persona } from '../contract';
import { pathOfToken } from './access/pathToken';

/** Writes a kubeconfig with a context per persona, readable by its owner only: it holds their tokens. */
export const writeKubeconfig = async (
  path: string,
  url: string,
  personas: readonly Persona[],
): Promise<void> => {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    // One cluster per persona: kubectl sends the users' tokens over TLS only, but keeps to the server's path.
    clusters: personas.map(({ id, token }) => ({ name: id, cluster: { server: url + pathOfToken(token) } })),
    users: personas.map(({ id, token }) => ({ name: id, user: { token } })),
    contexts: personas.map(({ id }) => ({
      name: id,
      context: { cluster: id, user: id, namespace: 'default' },
    })),
    'current-context': personas[0]?.id,
  };
  await mkdir(dirname(path), { recursive: true });
  // A new file that takes the old one's place: writing through `path` would follow a link that somebody put there.
  const written = `${path}.${randomUUID()}`;
  try {
    await writeFile(written, stringify(config), { mode: 0o600, flag: 'wx' });
    await rename(written, path);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
};
