import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sharedVersions from './sharedModules.json' with { type: 'json' };

/** The options of webpack's ProvideSharedPlugin for one module. */
interface ProvidedModule {
  shareKey: string;
  version: string;
}

interface PackageJson {
  module: string;
}

/**
 * The request by which webpack finds a module: its name, or, for PatternFly, its file, because the host imports from the
 * whole packages.
 */
const requestFor = (root: string, name: string): string => {
  if (!name.startsWith('@patternfly/')) {
    return name;
  }
  const folder = resolve(root, 'node_modules', name);
  const { module } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as PackageJson;
  return resolve(folder, module);
};

/** The modules in webpack's share scope: those of the console 4.22, see sharedModules.json. */
export const sharedModules = (root: string): Record<string, ProvidedModule> =>
  Object.fromEntries(
    Object.entries(sharedVersions).map(([name, version]) => [
      requestFor(root, name),
      { shareKey: name, version },
    ]),
  );
