import type { Persona } from '../../cluster/contract';
import { impersonationHeaders, mayImpersonate } from './impersonation';
import { personaOf } from './persona';
import type { Upstream } from './upstream';
import { UpstreamRefusal } from './upstream';

interface PersonaUpstreamOptions {
  /** Base URL of the API server, as `http://127.0.0.1:9080`. */
  apiUrl: string;
  personas: readonly Persona[];
}

/** The embedded cluster: requests get the token of the persona in the browser's cookie. */
export const personaUpstream = ({ apiUrl, personas }: PersonaUpstreamOptions): Upstream => ({
  apiServer: new URL(apiUrl).host,
  personaIds: personas.map(({ id }) => id),
  connect: (request, impersonation) => {
    const persona = personaOf(request, personas);
    if (impersonation.user !== undefined && !mayImpersonate(persona)) {
      return Promise.reject(
        new UpstreamRefusal(403, 'Forbidden', `${persona.displayName} may not act as another user.`),
      );
    }
    return Promise.resolve({
      url: apiUrl,
      headers: { ...impersonationHeaders(impersonation), authorization: `Bearer ${persona.token}` },
    });
  },
  // Tokens are valid as long as the cluster runs.
  credentialsRefused: () => false,
  session: (request) => {
    const { id, name, groups } = personaOf(request, personas);
    return {
      user: { name, groups },
      persona: id,
      personas: personas.map(({ id, displayName, name, groups }) => ({ id, displayName, name, groups })),
      apiServer: new URL(apiUrl).host,
    };
  },
  // The cluster runs in the console's own process.
  trouble: () => Promise.resolve(undefined),
});
