import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sharedVersions from './sharedModules.json' with { type: 'json' };

/** What webpack's ProvideSharedPlugin takes for one module. */
interface ProvidedModule {
  shareKey: string;
  version: string;
}

interface PackageJson {
  module: string;
}

/**
 * The name under which webpack finds a module: that by which the host asks for it, or, for PatternFly, its file, because
 * the host imports from the whole packages.
 */
const requestFor = (root: string, name: string): string => {
  if (!name.startsWith('@patternfly/')) {
    return name;
  }
  const folder = resolve(root, 'node_modules', name);
  const { module } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as PackageJson;
  return resolve(folder, module);
};

/** What the host puts into webpack's share scope: what the console 4.22 does, see sharedModules.json. */
export const sharedModules = (root: string): Record<string, ProvidedModule> =>
  Object.fromEntries(
    Object.entries(sharedVersions).map(([name, version]) => [
      requestFor(root, name),
      { shareKey: name, version },
    ]),
  );
