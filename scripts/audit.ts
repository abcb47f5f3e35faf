/**
 * Asks npm's registry for advisories of the packages in the last build. Fails if one is high or critical, and if the
 * registry does not answer.
 */
import { resolve } from 'node:path';
import { shippedPackages } from './billOfMaterials';
import { askForAdvisories, shippedAdvisories } from './shippedAdvisories';

try {
  const packages = shippedPackages();
  const root = resolve(import.meta.dirname, '..');
  const advisories = shippedAdvisories(await askForAdvisories(), packages, root);
  for (const { package: name, severity, title, range, url } of advisories) {
    console.log(`${severity}: ${name}: ${title} (${range}) ${url}`);
  }
  const severe = advisories.filter(({ severity }) => severity === 'high' || severity === 'critical');
  console.log(
    `${packages.length} packages ship, ${advisories.length} advisories, ${severe.length} high or critical`,
  );
  process.exitCode = severe.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
