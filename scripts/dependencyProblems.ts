interface Manifest {
  dependencies: Readonly<Record<string, string>>;
  devDependencies: Readonly<Record<string, string>>;
}

/** The heading after which the page lists packages that are not shipped. */
const DEVELOPMENT = '## For development';

interface Row {
  name: string;
  licence: string;
  reason: string;
}

const ROW = /^\| `([^`]+)`\s*\| ([^|]*)\| ([^|]*)\|$/gm;

const rowsOf = (page: string): Row[] =>
  [...page.matchAll(ROW)].map(([, name = '', licence = '', reason = '']) => ({
    name,
    licence: licence.trim(),
    reason: reason.trim(),
  }));

/**
 * Differences between docs/dependencies.md and package.json, one sentence each. `licenceOf` gives the licence of the
 * installed package, `isShipped` says whether the build contains code of it.
 */
export const dependencyProblems = (
  { dependencies, devDependencies }: Manifest,
  page: string,
  licenceOf: (name: string) => string,
  isShipped: (name: string) => boolean,
): string[] => {
  const [, development = ''] = page.split(DEVELOPMENT);
  const rows = rowsOf(page);
  const names = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  const counted = (name: string): number => rows.filter((row) => row.name === name).length;
  return [
    ...names.filter((name) => counted(name) === 0).map((name) => `${name} is not on the page`),
    ...names.filter((name) => counted(name) > 1).map((name) => `${name} is on the page twice`),
    ...rows.filter(({ name }) => !names.includes(name)).map(({ name }) => `${name} is not in package.json`),
    ...rows.filter(({ reason }) => reason === '').map(({ name }) => `${name} has no reason`),
    ...rows
      .filter(({ name, licence }) => names.includes(name) && licence !== licenceOf(name))
      .map(({ name, licence }) => `${name} is under ${licenceOf(name)}, not ${licence}`),
    ...rowsOf(development)
      .filter(({ name }) => isShipped(name))
      .map(({ name }) => `${name} is shipped, and not for development only`),
  ];
};
