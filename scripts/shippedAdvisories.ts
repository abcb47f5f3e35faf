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

/** What is used of the report of `npm audit --json`, format 2. */
export interface AuditReport {
  vulnerabilities: Record<
    string,
    {
      severity: string;
      /** Advisories, or names of packages that have some. */
      via: (Via | string)[];
      /** Folders, seen from the project's root. */
      nodes: string[];
    }
  >;
}

export interface ShippedAdvisory extends Via {
  package: string;
}

/**
 * Asks npm's registry for the advisories of all that is installed. Rejects with an Error where the registry, or one
 * between, does not answer such questions: nothing is known then.
 */
export const askForAdvisories = async (env: NodeJS.ProcessEnv = {}): Promise<AuditReport> => {
  const { output } = await runCommand(['npm', 'audit', '--json'], { env });
  // npm ends with 1 when it has found something, and when it has failed: the report tells which.
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
 * The advisories that concern code in the build. What only tools use is left out, and so is another version of a shipped
 * package, installed for a tool.
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
