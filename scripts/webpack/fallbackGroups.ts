import type { Module, ModuleGraph } from 'webpack';

interface Graphs {
  moduleGraph: ModuleGraph;
}

type ModuleTest = (module: Module, graphs: Graphs) => boolean;

const PATTERNFLY = /[\\/]node_modules[\\/]@patternfly[\\/]/;
const ICONS = /[\\/]node_modules[\\/]@patternfly[\\/]react-icons[\\/]/;
const HELPERS = /[\\/]node_modules[\\/]tslib[\\/]/;
const REACT = /[\\/]node_modules[\\/]react[\\/]/;

const resourceOf = (module: Module): string => ('resource' in module ? String(module.resource) : '');

/** Whether a module's file, or that of one of those who led to it, matches. */
const isBelow =
  (files: RegExp): ModuleTest =>
  (module, { moduleGraph }) => {
    let at: Module | null | undefined = module;
    while (at) {
      if (files.test(resourceOf(at))) {
        return true;
      }
      at = moduleGraph.getIssuer(at);
    }
    return false;
  };

const group = (test: ModuleTest, priority: number): object => ({
  test,
  chunks: 'async',
  priority,
  enforce: true,
});

/**
 * What of PatternFly the plugin brings along for consoles with other versions, in two files instead of one a module:
 * the container lists each file with its hash.
 */
export const fallbackGroups = {
  // Its JSX runtime is not shared by the console; the plugin's own code needs it as well.
  jsx: { ...group((module) => REACT.test(resourceOf(module)), 30), name: 'jsx' },
  // With what icons need, so that a single missing icon does not bring the rest.
  icons: {
    ...group((module, graphs) => HELPERS.test(resourceOf(module)) || isBelow(ICONS)(module, graphs), 20),
    name: 'patternfly-icons',
  },
  patternfly: { ...group(isBelow(PATTERNFLY), 10), name: 'patternfly' },
};
