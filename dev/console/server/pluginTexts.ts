import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandler } from 'express';

const NAME = /^[\w-]+$/;

/** `/locales/resource.json?lng=&ns=`: the texts of a namespace. 404 for an unknown language, as in the console. */
export const resource =
  (localesFolder: string): RequestHandler =>
  async (request, response) => {
    const { lng, ns } = request.query;
    if (typeof lng !== 'string' || typeof ns !== 'string' || !NAME.test(lng) || !NAME.test(ns)) {
      response.status(400).json({ message: 'lng and ns must each be one plain name.' });
      return;
    }
    try {
      const texts = await readFile(join(localesFolder, lng, `${ns}.json`), 'utf8');
      response.type('json').set('Cache-Control', 'no-cache').send(texts);
    } catch {
      response.status(404).json({ message: `There are no texts for ${ns} in ${lng}.` });
    }
  };
