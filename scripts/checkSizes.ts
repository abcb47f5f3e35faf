/**
 * Fails when the built plugin is heavier than its budget, and prints what each view weighs. Reads `dist` and the list
 * of chunks that the build leaves beside its cache.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FILE_LIMIT, VIEWS } from './sizes/budget';
import { sizeOfView, sizeProblems, type LoadedFiles } from './sizes/sizeProblems';
import { CHUNKS_FILE } from './webpack/ChunkFilesPlugin';

const DIST = resolve(import.meta.dirname, '../dist');

const sizes = new Map(
  readdirSync(DIST, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }): [string, number] => [name, gzipSync(readFileSync(resolve(DIST, name))).length]),
);
const chunks = JSON.parse(readFileSync(CHUNKS_FILE, 'utf8')) as Record<string, string[]>;

/** Entry and container by their names without the hash. */
const byName = ['plugin-entry', 'plugin-container'].map((name): [string, string[]] => [
  name,
  [...sizes.keys()].filter((file) => file.startsWith(`${name}.`)),
]);
const loaded: LoadedFiles = new Map([...Object.entries(chunks), ...byName]);

for (const view of VIEWS) {
  const { bytes } = sizeOfView(view, { files: sizes, loaded });
  console.log(`${(bytes / 1000).toFixed(1).padStart(6)} of ${String(view.limit / 1000)} kB  ${view.name}`);
}
const problems = sizeProblems(VIEWS, { files: sizes, loaded }, FILE_LIMIT);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
