import { readFileSync, readdirSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** What webpack's ProvideSharedPlugin takes for one module. */
export interface ProvidedModule {
  shareKey: string;
  version?: string;
}

/** Modules of which there may be only one copy in the page. The host asks for each of them itself. */
const SINGLETONS = [
  '@openshift/dynamic-plugin-sdk',
  '@openshift-console/dynamic-plugin-sdk',
  'react',
  'react-i18next',
  'react-redux',
  'react-router',
  'redux',
  'redux-thunk',
] as const;

/** PatternFly packages that plugins get module by module. */
const DYNAMIC_PACKAGES = [
  '@patternfly/react-core',
  '@patternfly/react-table',
  '@patternfly/react-data-view',
] as const;

/**
 * Icons that plugins get from the host. The real console offers those that it shows itself; a plugin brings along
 * what is missing, about 1 kB each.
 */
const ICONS = [
  'add-circle-o-icon', 'arrow-down-icon', 'arrow-right-icon', 'arrow-up-icon', 'ban-icon', 'bars-icon',
  'check-circle-icon', 'check-icon', 'code-icon', 'cog-icon', 'compress-icon', 'copy-icon', 'cubes-icon',
  'download-icon', 'edit-icon', 'ellipsis-v-icon', 'exclamation-circle-icon', 'exclamation-triangle-icon',
  'expand-icon', 'external-link-alt-icon', 'hourglass-half-icon', 'in-progress-icon', 'info-circle-icon', 'lock-icon',
  'minus-circle-icon', 'moon-icon', 'off-icon', 'outlined-question-circle-icon', 'paused-icon', 'pencil-alt-icon',
  'pending-icon', 'play-icon', 'plus-circle-icon', 'redo-icon', 'search-icon', 'sun-icon', 'sync-alt-icon',
  'times-icon', 'trash-icon', 'unknown-icon', 'user-icon', 'virtual-machine-icon',
] as const; // prettier-ignore

interface PackageJson {
  version: string;
  module: string;
}

const packageJson = (folder: string): PackageJson =>
  JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as PackageJson;

/** One entry of a package's `dist/dynamic`: its folder is the name to share, its `module` the file behind it. */
const dynamicModule = (
  packageFolder: string,
  packageName: string,
  folder: string,
): [string, ProvidedModule] => [
  resolve(folder, packageJson(folder).module),
  {
    shareKey: `${packageName}/${relative(packageFolder, folder)}`,
    // The folders' own package.json files carry other versions than the package.
    version: packageJson(packageFolder).version,
  },
];

const dynamicModules = (root: string): [string, ProvidedModule][] =>
  DYNAMIC_PACKAGES.flatMap((name) => {
    const folder = resolve(root, 'node_modules', name);
    return readdirSync(resolve(folder, 'dist/dynamic'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('package.json') && !/(^|\/)(deprecated|next)\//.test(file))
      .map((file) => dynamicModule(folder, name, resolve(folder, 'dist/dynamic', dirname(file))));
  });

const icons = (root: string): [string, ProvidedModule][] => {
  const name = '@patternfly/react-icons';
  const folder = resolve(root, 'node_modules', name);
  return ICONS.map((icon) => dynamicModule(folder, name, resolve(folder, 'dist/dynamic/icons', icon)));
};

/** Everything the host puts into webpack's share scope, by file (PatternFly) or by request (singletons). */
export const sharedModules = (root: string): Record<string, ProvidedModule> =>
  Object.fromEntries<ProvidedModule>([
    ...SINGLETONS.map((name): [string, ProvidedModule] => [name, { shareKey: name }]),
    ...dynamicModules(root),
    ...icons(root),
  ]);
