import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Persona } from '../../../cluster/contract';
import type { RunningConsole } from '../consoleServer';
import { startConsole } from '../consoleServer';
import { personaUpstream } from '../personaUpstream';
import type { Upstream } from './upstream';
import { startUpstream } from './upstream';

const personas: Persona[] = (['admin', 'editor', 'viewer'] as const).map((id) => ({
  id,
  name: `${id}-user`,
  displayName: `The ${id}`,
  groups: [`${id}s`],
  token: `token-of-${id}`,
}));

export interface TestConsole {
  server: RunningConsole;
  upstream: Upstream;
  close: () => Promise<void>;
}

/** A console in front of a real upstream. Its files are `plugin-manifest.json`, `x-0123456789abcdef.js`, and `secret.txt` outside. */
export const startTestConsole = async (): Promise<TestConsole> => {
  const folder = mkdtempSync(join(tmpdir(), 'console-server-'));
  const pluginFolder = join(folder, 'plugin');
  const localesFolder = join(folder, 'locales');
  mkdirSync(pluginFolder);
  mkdirSync(join(localesFolder, 'en'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(pluginFolder, 'plugin-manifest.json'), '{"name":"x"}');
  writeFileSync(join(pluginFolder, 'x-0123456789abcdef0123.js'), 'run()');
  writeFileSync(join(localesFolder, 'en', 'plugin__x.json'), '{"Key":"Text"}');
  const upstream = await startUpstream();
  const server = await startConsole({
    port: 0,
    upstream: personaUpstream({ apiUrl: upstream.url, personas }),
    pluginFolder,
    localesFolder,
    hostFolder: pluginFolder,
    patternflyFolder: pluginFolder,
    flags: ['SOME_FLAG'],
  });
  return {
    server,
    upstream,
    close: async () => {
      await server.close();
      await upstream.close();
      rmSync(folder, { recursive: true });
    },
  };
};
