import type { Router } from 'express';
import express from 'express';
import type { ConsoleOptions } from './consoleServer';
import { PERSONA_COOKIE } from './persona';

const BODY_LIMIT = '4kb';

/**
 * `GET /session`: the user and the cluster. `POST /persona {"persona": id}`: switches to another persona.
 * `GET /health`: `{"trouble": sentence}` if the cluster cannot be used, `{}` if it can.
 */
export const sessionRoutes = ({ upstream, flags }: Pick<ConsoleOptions, 'upstream' | 'flags'>): Router => {
  const router = express.Router();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.get('/session', (request, response) => {
    response.set('Cache-Control', 'no-store').json({ ...upstream.session(request), flags });
  });
  router.get('/health', (_request, response) => {
    void upstream.trouble().then((trouble) => response.set('Cache-Control', 'no-store').json({ trouble }));
  });
  router.post('/persona', (request, response) => {
    const { persona: chosen } = (request.body ?? {}) as { persona?: unknown };
    const persona = upstream.personaIds.find((id) => id === chosen);
    if (persona === undefined) {
      const known = upstream.personaIds.join(', ') || 'none with your own cluster';
      response.status(400).json({ message: `There is no such persona. Known are: ${known}.` });
      return;
    }
    response
      .cookie(PERSONA_COOKIE, persona, { sameSite: 'strict', httpOnly: true, path: '/' })
      .json({ persona });
  });
  return router;
};
