interface Manifest {
  dependencies: Readonly<Record<string, string>>;
  devDependencies: Readonly<Record<string, string>>;
}

/** From here on the page lists what is not shipped. */
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
 * What docs/dependencies.md and package.json disagree about, one sentence each. `licenceOf` says what the installed
 * package states, `isShipped` whether code of it is in the build.
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
