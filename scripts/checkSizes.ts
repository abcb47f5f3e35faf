/**
 * Prints what each view weighs and fails when one is over its budget. Reads `dist` and the list of chunks that the build
 * leaves beside its cache.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FILE_LIMIT, VIEWS } from './sizes/budget';
import { sizeOfView, sizeProblems, type LoadedFiles } from './sizes/sizeProblems';
import { readBuildReport } from './webpack/BuildReportPlugin';

const DIST = resolve(import.meta.dirname, '../dist');

const sizes = new Map(
  readdirSync(DIST, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }): [string, number] => [name, gzipSync(readFileSync(resolve(DIST, name))).length]),
);

const entry = [...sizes.keys()].filter((file) => file.startsWith('plugin-entry.'));
const loaded: LoadedFiles = new Map([...Object.entries(readBuildReport().chunks), ['plugin-entry', entry]]);

for (const view of VIEWS) {
  const { bytes } = sizeOfView(view, { files: sizes, loaded });
  console.log(`${(bytes / 1000).toFixed(1).padStart(6)} of ${String(view.limit / 1000)} kB  ${view.name}`);
}
const problems = sizeProblems(VIEWS, { files: sizes, loaded }, FILE_LIMIT);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
