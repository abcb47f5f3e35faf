/**
 * Writes docs/third-party-licences.md: the packages with code in the built plugin and their licences. With `--check`
 * it writes nothing and fails when the file is out of date. Either way it fails for a licence that is not allowed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { licencesPage } from './licencesPage';

process.env.NODE_ENV = 'production';
const [{ default: config }, { shippedPackages }] = await Promise.all([
  import('../webpack.config'),
  import('./shippedPackages'),
]);

const FILE = resolve(import.meta.dirname, '../docs/third-party-licences.md');
const ALLOWED = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|CC0-1\.0|\(MPL-2\.0 OR Apache-2\.0\))$/;

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const packages = await shippedPackages(config);
const written = licencesPage(packages);

const refused = packages.filter(({ licence }) => !ALLOWED.test(licence));
for (const { name, licence } of refused) {
  console.error(`${name}: licence ${licence} is not allowed`);
}
const current = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
const stale = values.check && current !== written;
if (stale) {
  console.error('docs/third-party-licences.md is out of date: npm run licences');
} else if (current !== written) {
  writeFileSync(FILE, written);
}
process.exitCode = refused.length > 0 || stale ? 1 : 0;
