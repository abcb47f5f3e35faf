import type { IncomingMessage } from 'node:http';
import type { Persona } from '../../cluster/contract';
import { cookie } from './cookies';

export const PERSONA_COOKIE = 'embedded-persona';

/** As whom the browser acts: its cookie names one, the first (the admin) is the default. */
export const personaOf = (request: IncomingMessage, personas: readonly Persona[]): Persona => {
  const chosen = cookie(request, PERSONA_COOKIE);
  const persona = personas.find(({ id }) => id === chosen) ?? personas[0];
  if (persona === undefined) {
    throw new Error('The cluster has no personas.');
  }
  return persona;
};
