import { join } from 'node:path';
import type { Express, RequestHandler } from 'express';
import express from 'express';
import type { ConsoleOptions } from './consoleServer';

const HASHED = /[.-][0-9a-f]{16,}(\.min)?\.\w+$/;

/** Files with a hash in their name never change; browsers revalidate all others each time (304 if unchanged). */
const files = (folder: string): RequestHandler =>
  express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (response, path) => {
      response.setHeader(
        'Cache-Control',
        HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });

const notFound: RequestHandler = (request, response) => {
  response.status(404).type('text/plain').send(`There is no ${request.path}.\n`);
};

/** Serves the plugin at its base URL, and the host and PatternFly at /static. */
export const serveAssets = (app: Express, options: ConsoleOptions): void => {
  app.use('/api/plugins/kubevirt-sidecar-plugin', files(options.pluginFolder));
  app.use('/static/patternfly', files(options.patternflyFolder));
  app.use('/static', files(join(options.hostFolder)));
  app.use(['/api', '/static', '/locales'], notFound);
};
