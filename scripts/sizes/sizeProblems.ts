/** Bytes of each file of the plugin as it goes over the wire (gzip), by name. */
type FileSizes = ReadonlyMap<string, number>;

/** The files that a module or an asynchronous import loads, by the name of its chunk. */
export type LoadedFiles = ReadonlyMap<string, readonly string[]>;

/** What the console loads at one moment. */
export interface View {
  name: string;
  /** Chunk names, or names of files that are loaded by themselves. */
  loads: readonly string[];
  /** What was loaded before and does not count. */
  after?: View;
  /** Bytes. */
  limit: number;
}

interface BuiltPlugin {
  files: FileSizes;
  loaded: LoadedFiles;
}

export interface ViewSize {
  view: View;
  files: string[];
  bytes: number;
}

const filesOf = ({ loads, after }: View, { loaded, files }: BuiltPlugin): Set<string> => {
  const all = new Set<string>(after === undefined ? [] : filesOf(after, { loaded, files }));
  for (const name of loads) {
    const named = loaded.get(name) ?? (files.has(name) ? [name] : undefined);
    if (named === undefined) {
      throw new Error(`The build has nothing called ${name}.`);
    }
    named.forEach((file) => all.add(file));
  }
  return all;
};

/** Throws when a view names what the build does not have: a budget that measures nothing would always hold. */
export const sizeOfView = (view: View, built: BuiltPlugin): ViewSize => {
  const before = view.after === undefined ? new Set<string>() : filesOf(view.after, built);
  const files = [...filesOf(view, built)].filter((file) => !before.has(file));
  return { view, files, bytes: files.reduce((sum, file) => sum + (built.files.get(file) ?? 0), 0) };
};

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Which budgets do not hold, in words; none when all do. */
export const sizeProblems = (views: readonly View[], built: BuiltPlugin, fileLimit: number): string[] => [
  ...views
    .map((view) => sizeOfView(view, built))
    .filter(({ view, bytes }) => bytes > view.limit)
    .map(
      ({ view, bytes, files }) =>
        `${view.name}: ${kB(bytes)} of ${kB(view.limit)} (${files
          .map((file) => `${file} ${kB(built.files.get(file) ?? 0)}`)
          .join(', ')})`,
    ),
  ...[...built.files]
    .filter(([, bytes]) => bytes > fileLimit)
    .map(([file, bytes]) => `${file}: ${kB(bytes)} of ${kB(fileLimit)} for one file`),
];
