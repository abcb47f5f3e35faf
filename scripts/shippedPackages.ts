import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Configuration, Module } from 'webpack';
import webpack from 'webpack';

export interface ShippedPackage {
  name: string;
  version: string;
  description: string | undefined;
  /** Where it is installed: two versions of one package have two folders. */
  folder: string;
  /** Folders of the installed packages that it asks for. */
  requires: string[];
  /** SPDX expression, as the package states it. */
  licence: string;
  /** The package's licence file, where it has one. */
  text: string | undefined;
}

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

const withParts = (module: Module): Module[] => {
  const parts = 'modules' in module ? (module.modules as Module[]) : [];
  return [module, ...parts.flatMap(withParts)];
};

/** The folder of the package that a file belongs to; folders inside a package may have nameless package files. */
const packageFolder = (file: string): string | undefined => {
  for (let folder = dirname(file); folder.includes('node_modules'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && 'version' in (JSON.parse(readFileSync(manifest, 'utf8')) as object)) {
      return folder;
    }
  }
  return undefined;
};

interface Manifest {
  name: string;
  version: string;
  description?: string;
  license?: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The folder of a package as code in `from` finds it; undefined where it is not installed. */
const installedFolder = (from: string, name: string): string | undefined => {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) {
    return folder;
  }
  return dirname(from) === from ? undefined : installedFolder(dirname(from), name);
};

const readPackage = (folder: string): ShippedPackage => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const required = Object.keys({ ...manifest.peerDependencies, ...manifest.dependencies });
  const file = readdirSync(folder).find((name) => LICENCE_FILE.test(name));
  return {
    name: manifest.name,
    version: manifest.version,
    description: manifest.description,
    folder,
    requires: required.flatMap((name) => installedFolder(folder, name) ?? []),
    licence: manifest.license ?? 'not stated',
    text:
      file === undefined
        ? undefined
        : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
  };
};

/** The packages with code in the built plugin, by name and version. Builds it to a folder of its own; throws when that fails. */
export const shippedPackages = async (config: Configuration): Promise<ShippedPackage[]> => {
  const { cache } = config;
  const compiler = webpack({
    ...config,
    output: { ...config.output, path: join(tmpdir(), `licences-${process.pid}`) },
    // Nothing is read but the modules' names.
    optimization: { ...config.optimization, minimize: false },
    // That of the build, which alone writes it.
    cache: typeof cache === 'object' && cache.type === 'filesystem' ? { ...cache, readonly: true } : false,
  });
  compiler.hooks.shouldEmit.tap('licences', () => false);
  const modules = await new Promise<Module[]>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error !== null || stats === undefined || stats.hasErrors()) {
        reject(error ?? new Error(stats?.toString('errors-only')));
        return;
      }
      const { chunkGraph } = stats.compilation;
      const used = [...stats.compilation.modules].filter(
        (module) => chunkGraph.getNumberOfModuleChunks(module) > 0,
      );
      resolve(used.flatMap(withParts));
    });
  });
  const files = new Set(modules.flatMap((module) => module.nameForCondition() ?? []));
  const folders = new Set([...files].flatMap((file) => packageFolder(file) ?? []));
  const key = ({ name, version }: ShippedPackage): string => `${name}@${version}`;
  return [...folders].map(readPackage).sort((one, other) => (key(one) < key(other) ? -1 : 1));
};
