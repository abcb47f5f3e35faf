import type { Router } from 'express';
import express from 'express';
import type { ConsoleOptions } from './consoleServer';
import { PERSONA_COOKIE, personaOf } from './persona';

const BODY_LIMIT = '4kb';

/** `GET /session`: who the browser acts as. `POST /persona {"persona": id}`: acts as another from now on. */
export const sessionRoutes = ({
  personas,
  apiUrl,
  flags,
}: Pick<ConsoleOptions, 'personas' | 'apiUrl' | 'flags'>): Router => {
  const router = express.Router();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.get('/session', (request, response) => {
    const { id, name, groups } = personaOf(request, personas);
    response.set('Cache-Control', 'no-store').json({
      user: { name, groups },
      persona: id,
      personas: personas.map((persona) => ({ id: persona.id, displayName: persona.displayName })),
      apiServer: new URL(apiUrl).host,
      flags,
    });
  });
  router.post('/persona', (request, response) => {
    const { persona: chosen } = (request.body ?? {}) as { persona?: unknown };
    const persona = personas.find(({ id }) => id === chosen);
    if (persona === undefined) {
      response.status(400).json({
        message: `There is no such persona. Known are: ${personas.map(({ id }) => id).join(', ')}.`,
      });
      return;
    }
    response
      .cookie(PERSONA_COOKIE, persona.id, { sameSite: 'strict', httpOnly: true, path: '/' })
      .json({ persona: persona.id });
  });
  return router;
};
