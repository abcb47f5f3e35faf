import type { IncomingMessage } from 'node:http';
import type { Persona } from '../../cluster/contract';
import { cookie } from './cookies';

export const PERSONA_COOKIE = 'embedded-persona';

/** The persona of the browser: that of its cookie, or the first (the admin). */
export const personaOf = (request: IncomingMessage, personas: readonly Persona[]): Persona => {
  const chosen = cookie(request, PERSONA_COOKIE);
  const persona = personas.find(({ id }) => id === chosen) ?? personas[0];
  if (persona === undefined) {
    throw new Error('The cluster has no personas.');
  }
  return persona;
};
