import { randomBytes } from 'node:crypto';
import type { Persona } from './contract';
import { EDITORS, VIEWERS } from './api/access/roles';

const TOKEN_BYTES = 24;

/** The three personas, with tokens that are valid for one run of the cluster. */
export const createPersonas = (): Persona[] => {
  const persona = (id: Persona['id'], displayName: string, groups: string[]): Persona => ({
    id,
    name: id,
    displayName,
    groups,
    token: randomBytes(TOKEN_BYTES).toString('base64url'),
  });
  return [
    persona('admin', 'Cluster admin', ['system:masters']),
    persona('editor', 'VM owner', [EDITORS]),
    persona('viewer', 'Viewer', [VIEWERS]),
  ];
};
