import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

export interface Refusal {
  status: 403 | 421;
  sentence: string;
}

const NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Decides whether a request is for this server and comes from its own pages. The server acts for the user and runs scripts,
 * so other sites must not reach it: a name that resolves to 127.0.0.1 is refused by its Host, another site's page by its
 * Origin. Browsers always send Origin with cross-site writes, so requests without it are accepted.
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
