import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

export interface Refusal {
  status: 403 | 421;
  sentence: string;
}

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Judges whether a request is meant for this server and comes from its own pages. The server acts for the user and can
 * run scripts: another site must reach it neither by a name of its own that resolves to 127.0.0.1 (its Host gives it
 * away) nor from its pages (its Origin does). Requests without Origin are no cross-site writes: browsers always send it.
 */
export const refuseForeign = ({ headers, socket }: IncomingMessage): Refusal | undefined => {
  const hosts = NAMES.map((name) => `${name}:${String(socket.localPort)}`);
  if (!hosts.includes(headers.host ?? '')) {
    return { status: 421, sentence: `This server answers only to ${hosts.slice(0, 2).join(' and ')}.` };
  }
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    return {
      status: 403,
      sentence: `Requests from ${origin} are refused: only the console's own pages may ask.`,
    };
  }
  return undefined;
};

export const ownOrigin: RequestHandler = (request, response, next) => {
  const refusal = refuseForeign(request);
  if (refusal === undefined) {
    next();
  } else {
    response.status(refusal.status).type('text/plain').send(`${refusal.sentence}\n`);
  }
};
