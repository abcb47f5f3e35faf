import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Application } from './billOfMaterials';
import { billOfMaterials } from './billOfMaterials';
import { licencesPage } from './licencesPage';
import type { ShippedPackage } from './shippedPackages';
import { shippedPackages } from './shippedPackages';

interface Bill {
  metadata: { component: { 'bom-ref': string } };
  components: { purl: string; version: string; licenses: unknown[] }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');
const application = JSON.parse(read('package.json')) as Application;
const made = new Date(0);

const billOf = async (packages: readonly ShippedPackage[]): Promise<Bill> =>
  JSON.parse(await billOfMaterials(application, packages, made)) as Bill;

// One build for all: it is the production build, but for its writing.
describe('what the build ships', () => {
  let packages: ShippedPackage[];
  let bill: Bill;

  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const { default: config } = await import('../webpack.config');
    packages = await shippedPackages(config);
    bill = await billOf(packages);
    vi.unstubAllEnvs();
  }, 300_000);

  it('is listed with its licences in docs/third-party-licences.md: else npm run licences', () => {
    expect(licencesPage(packages)).toBe(read('docs/third-party-licences.md'));
  });

  it('is in the bill of materials package by package, with version and licence', () => {
    const listed = bill.components.map(({ purl }) => decodeURIComponent(purl)).sort();
    expect(listed).toEqual(packages.map(({ name, version }) => `pkg:npm/${name}@${version}`).sort());
    expect(bill.components.filter(({ licenses }) => licenses.length !== 1)).toEqual([]);
  });

  // Packages that are shipped for certain: each is imported by src and not shared by the console.
  it.each(['diff', 'react-hook-form', 'unbash', 'yaml', '@patternfly/react-core', '@patternfly/react-table'])(
    'holds %s in the version that is installed, as asked for by the plugin',
    (name) => {
      const { version } = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
      const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
      expect(bill.components.map((component) => component.purl)).toContain(purl);
      const root = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref']);
      expect(root?.dependsOn).toContain(purl);
    },
  );

  it('holds nothing that the console brings', () => {
    const names = packages.map(({ name }) => name);
    const shared = ['@openshift-console/dynamic-plugin-sdk', 'react-i18next', 'react-redux', 'react-router'];
    expect(names.filter((name) => shared.includes(name))).toEqual([]);
  });
});

describe('billOfMaterials', () => {
  const shipped = (
    name: string,
    version: string,
    folder: string,
    requires: string[] = [],
  ): ShippedPackage => ({
    name,
    version,
    folder,
    requires,
    description: undefined,
    licence: 'MIT',
    text: undefined,
  });

  it('keeps two versions of one package apart, each with who asks for it', async () => {
    const { components, dependencies } = await billOf([
      shipped('@a/b', '1.0.0', '/a', ['/a/node_modules/c']),
      shipped('c', '1.0.0-beta+7', '/a/node_modules/c'),
      shipped('c', '2.0.0', '/c'),
    ]);
    expect(components.map(({ purl }) => purl)).toEqual([
      'pkg:npm/%40a/b@1.0.0',
      'pkg:npm/c@1.0.0-beta%2B7',
      'pkg:npm/c@2.0.0',
    ]);
    expect(dependencies.find(({ ref }) => ref === 'pkg:npm/%40a/b@1.0.0')?.dependsOn).toEqual([
      'pkg:npm/c@1.0.0-beta%2B7',
    ]);
  });

  it('states an expression of licences as one', async () => {
    const both = { ...shipped('a', '1.0.0', '/a'), licence: '(MPL-2.0 OR Apache-2.0)' };
    expect((await billOf([both])).components[0]?.licenses).toEqual([
      { expression: '(MPL-2.0 OR Apache-2.0)' },
    ]);
  });

  it('throws for what the schema of CycloneDX refuses', async () => {
    const spoilt = { ...shipped('a', '1.0.0', '/a'), description: 1 as unknown as string };
    await expect(billOf([spoilt])).rejects.toThrow('not valid CycloneDX');
  });
});
