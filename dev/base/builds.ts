import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Build } from './buildIfChanged';

const root = resolve(import.meta.dirname, '../..');
const at = (...paths: string[]): string[] => paths.map((path) => resolve(root, path));
const one = (path: string): string => resolve(root, path);

const EVERYWHERE = ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/runWebpack.ts'];

export const pluginFolder = one('dist');
export const hostFolder = one('.cache/console-host');
export const localesFolder = one('locales');

const folderOf = (fileUrl: string): string => dirname(fileURLToPath(fileUrl));

/** PatternFly's style sheets, by version. */
export const PATTERNFLY_FOLDERS = {
  '6.4': folderOf(import.meta.resolve('@patternfly/patternfly/package.json')),
  '6.6': folderOf(import.meta.resolve('patternfly-6.6/package.json')),
} as const;

export const PLUGIN_BUILD: Build = {
  name: 'the plugin',
  script: one('scripts/build.ts'),
  inputs: at(
    ...EVERYWHERE,
    'src',
    'locales',
    'console-extensions.json',
    'webpack.config.ts',
    'scripts/build.ts',
    'scripts/webpack',
  ),
  output: resolve(pluginFolder, 'plugin-manifest.json'),
  stamp: one('.cache/builds/plugin'),
};

export const HOST_BUILD: Build = {
  name: 'the console',
  script: one('scripts/buildHost.ts'),
  inputs: at(
    ...EVERYWHERE,
    'dev/console/host',
    'dev/console/webpack.host.ts',
    'dev/console/sharedModules.ts',
    'dev/console/sharedModules.json',
  ),
  output: resolve(hostFolder, 'main.js'),
  stamp: one('.cache/builds/host'),
};
