/**
 * Asks npm's registry for advisories of the packages with code in the build. Fails for those that are high or critical,
 * and when the registry cannot be asked.
 */
import { resolve } from 'node:path';

process.env.NODE_ENV = 'production';
const [{ default: config }, { shippedPackages }, { askForAdvisories, shippedAdvisories }] = await Promise.all(
  [import('../webpack.config'), import('./shippedPackages'), import('./shippedAdvisories')],
);

try {
  const packages = await shippedPackages(config);
  const advisories = shippedAdvisories(
    await askForAdvisories(),
    packages,
    resolve(import.meta.dirname, '..'),
  );
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
