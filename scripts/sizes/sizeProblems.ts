/** Size of each file after compression (gzip), in bytes, by file name. */
type FileSizes = ReadonlyMap<string, number>;

/** The files that a module or an asynchronous import loads, by chunk name. */
export type LoadedFiles = ReadonlyMap<string, readonly string[]>;

/** A moment at which the console loads files of the plugin. */
export interface View {
  name: string;
  /** Chunk names, or names of files that are loaded on their own. */
  loads: readonly string[];
  /** A view that was loaded before and does not count. */
  after?: View;
  /** In bytes. */
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

/** Throws when a view names a missing file: a budget that measures nothing would always pass. */
export const sizeOfView = (view: View, built: BuiltPlugin): ViewSize => {
  const before = view.after === undefined ? new Set<string>() : filesOf(view.after, built);
  const files = [...filesOf(view, built)].filter((file) => !before.has(file));
  return { view, files, bytes: files.reduce((sum, file) => sum + (built.files.get(file) ?? 0), 0) };
};

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** One sentence for each budget that is exceeded. */
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
