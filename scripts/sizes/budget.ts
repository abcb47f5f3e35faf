import type { View } from './sizeProblems';

const everyPage: View = {
  name: 'any page of the console',
  loads: ['plugin-manifest.json', 'plugin-entry'],
  limit: 10_000,
};

const view = (name: string, loads: readonly string[], limit: number, after?: View): View => ({
  name,
  loads: [...everyPage.loads, ...loads],
  limit,
  after,
});

const listPage = view(
  'the list of VMs, first view',
  ['exposed-SidecarHooksPage', 'page-hook-sidecars', 'tab-virtual-machines'],
  180_000,
);
const more = (name: string, limit: number, ...loads: readonly string[]): View =>
  view(name, loads, limit, listPage);

/** What each view may load of the plugin's files, in bytes after compression. */
export const VIEWS: readonly View[] = [
  everyPage,
  listPage,
  more('tab Templates, after the list', 30_000, 'tab-templates'),
  more('tab Hook scripts, after the list', 30_000, 'tab-hook-scripts'),
  more('tab Feature gate, after the list', 40_000, 'tab-feature-gate'),
  // With all recipes: a saved script opens again as the form of its recipe.
  more('workbench, after the list', 70_000, 'exposed-WorkbenchPage', 'page-workbench'),
  more('VM tab Hook sidecars, after the list', 45_000, 'exposed-VmSidecarsTab', 'tab-sidecar-hooks'),
  more(
    'tab Hook sidecars of a template, after the list',
    45_000,
    'exposed-TemplateSidecarsTab',
    'tab-template-sidecars',
  ),
  more('VM tab Hook validation, after the list', 60_000, 'exposed-HookValidationTab', 'tab-hook-validation'),
  view('kubevirt-plugin’s page of a VM', ['exposed-VmSidecarsTab', 'exposed-HookValidationTab'], 45_000),
  view('actions of a VM, on a page of the console', ['exposed-useVmSidecarActions'], 14_000),
];

/** The limit for any single file. The largest has the parsers of shell and Python, for the checks of scripts. */
export const FILE_LIMIT = 65_000;
