import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Compiler, Module, WebpackPluginInstance } from 'webpack';

const REPORT_FILE = resolve(import.meta.dirname, '../../.cache/plugin-build.json');

interface BuildReport {
  /** The files that an exposed module or an asynchronous import loads, by chunk name. */
  chunks: Record<string, string[]>;
  /** The modules that the plugin takes from the console, sorted. */
  shared: string[];
  /** The files of PatternFly's packages in the build. */
  patternfly: string[];
}

export const readBuildReport = (): BuildReport =>
  JSON.parse(readFileSync(REPORT_FILE, 'utf8')) as BuildReport;

const withParts = (module: Module): Module[] => {
  const parts = 'modules' in module ? (module.modules as Module[]) : [];
  return [module, ...parts.flatMap(withParts)];
};

/** Writes a report of the build's content for the size budget and the tests. */
export class BuildReportPlugin implements WebpackPluginInstance {
  apply(compiler: Compiler): void {
    compiler.hooks.done.tap(BuildReportPlugin.name, ({ compilation }) => {
      const modules = [...compilation.modules].flatMap(withParts);
      const report: BuildReport = {
        chunks: Object.fromEntries(
          [...compilation.namedChunkGroups].map(([name, group]) => [name, group.getFiles()]),
        ),
        shared: modules
          .filter(({ type }) => type === 'consume-shared-module')
          // Its identifier has the form `consume-shared-module|scope|name|…`.
          .map((module) => module.identifier().split('|')[2] ?? module.identifier())
          .sort(),
        patternfly: modules
          .map((module) => ('resource' in module ? String(module.resource) : ''))
          .filter((file) => file.includes('/node_modules/@patternfly/'))
          .map((file) => file.slice(file.indexOf('node_modules/'))),
      };
      mkdirSync(dirname(REPORT_FILE), { recursive: true });
      writeFileSync(REPORT_FILE, JSON.stringify(report));
    });
  }
}
