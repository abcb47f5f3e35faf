/** Writes sbom.json, or the file that is named: a CycloneDX bill of materials of what the build ships. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Application } from './billOfMaterials';

process.env.NODE_ENV = 'production';
const [{ default: config }, { billOfMaterials }, { shippedPackages }] = await Promise.all([
  import('../webpack.config'),
  import('./billOfMaterials'),
  import('./shippedPackages'),
]);

const manifest = readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8');
const packages = await shippedPackages(config);
const bill = await billOfMaterials(JSON.parse(manifest) as Application, packages, new Date());
const file = process.argv[2] ?? 'sbom.json';
writeFileSync(file, bill);
console.log(`${file}: ${packages.length} packages`);
