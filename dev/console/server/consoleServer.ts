import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { serveAssets } from './assets';
import { hostDocument } from './hostDocument';
import { proxyApi } from './apiProxy';
import { ownOrigin } from './ownOrigin';
import { resource } from './pluginTexts';
import { HTTP_LIMITS } from '../../base/httpLimits';
import { requireCsrfToken } from './csrf';
import { sessionRoutes } from './sessionRoutes';
import { proxyUpgrades } from './upgradeProxy';
import type { Upstream } from './upstream';

export interface ConsoleOptions {
  /** 0 picks a free port. */
  port: number;
  /** The API server behind the console. */
  upstream: Upstream;
  /** Folder of the built plugin. */
  pluginFolder: string;
  /** Folder of the plugin's texts, `<lang>/<namespace>.json`. */
  localesFolder: string;
  /** Folder of the built host. */
  hostFolder: string;
  /** Folder of `@patternfly/patternfly`, for its style sheets and fonts. */
  patternflyFolder: string;
  /** Feature flags of the host, such as KUBEVIRT_VIRTUALIZATION_NAV if kubevirt-plugin is installed. */
  flags: readonly string[];
}

export interface RunningConsole {
  /** `http://localhost:9000` */
  url: string;
  port: number;
  close: () => Promise<void>;
}

/** Serves the embedded console on 127.0.0.1. Rejects with the error of `listen` (EADDRINUSE, …). */
export const startConsole = async (options: ConsoleOptions): Promise<RunningConsole> => {
  const app = express();
  const csrfToken = randomBytes(32).toString('base64url');
  app.disable('x-powered-by');
  app.use(ownOrigin);
  app.use('/api/kubernetes', requireCsrfToken(csrfToken), proxyApi(options.upstream));
  app.use('/api/embedded', requireCsrfToken(csrfToken), sessionRoutes(options));
  app.get('/locales/resource.json', resource(options.localesFolder));
  serveAssets(app, options);
  app.use(hostDocument(csrfToken));

  const server = createServer(HTTP_LIMITS, app);
  const closeUpgrades = proxyUpgrades(server, options.upstream);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    port,
    close: async () => {
      closeUpgrades();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        // Watches and followed logs would keep the server open.
        server.closeAllConnections();
      });
    },
  };
};
