import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './runCommand';
import type { ShippedPackage } from './billOfMaterials';

interface Via {
  title: string;
  url: string;
  severity: string;
  range: string;
}

/** The fields in use of the report of `npm audit --json`, format 2. */
export interface AuditReport {
  vulnerabilities: Record<
    string,
    {
      severity: string;
      /** Advisories, or names of packages that have some. */
      via: (Via | string)[];
      /** Folders, relative to the project's root. */
      nodes: string[];
    }
  >;
}

export interface ShippedAdvisory extends Via {
  package: string;
}

/**
 * Asks npm's registry for the advisories of all installed packages. Rejects with an Error when the registry, or a proxy
 * registry, does not answer, because then nothing is known.
 */
export const askForAdvisories = async (env: NodeJS.ProcessEnv = {}): Promise<AuditReport> => {
  const { output } = await runCommand(['npm', 'audit', '--json'], { env });
  // npm exits with 1 both when it finds advisories and when it fails; only the report tells which.
  const text = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  let report: Partial<AuditReport & { message: string }>;
  try {
    report = JSON.parse(text) as typeof report;
  } catch {
    throw new Error(`npm audit answered no report: ${output.slice(0, 500)}`);
  }
  if (report.vulnerabilities === undefined) {
    throw new Error(
      `The registry could not be asked for advisories: ${report.message ?? text.slice(0, 500)}`,
    );
  }
  return { vulnerabilities: report.vulnerabilities };
};

const versionIn = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/**
 * The advisories that concern code in the build, without packages, or versions of shipped packages, that only tools use.
 *
 * @param root the folder that the report's paths start from
 */
export const shippedAdvisories = (
  { vulnerabilities }: AuditReport,
  packages: readonly Pick<ShippedPackage, 'name' | 'version'>[],
  root: string,
): ShippedAdvisory[] =>
  packages.flatMap(({ name, version }) => {
    const found = vulnerabilities[name];
    return found?.nodes.some((node) => versionIn(join(root, node)) === version) === true
      ? found.via.flatMap((via) =>
          typeof via === 'string' ? [] : [{ ...via, package: `${name}@${version}` }],
        )
      : [];
  });
