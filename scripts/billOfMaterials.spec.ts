import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, it } from 'vitest';
import { licencesPage, readBill, shippedPackages } from './billOfMaterials';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');
const ALLOWED = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|CC0-1\.0|\(MPL-2\.0 OR Apache-2\.0\))$/;

// `npm test` builds the plugin before the unit tests; otherwise run `npm run build` first.
describe('the bill of materials of the build', () => {
  // Without a validator the webpack plugin skips its own check silently.
  it('is valid CycloneDX', async () => {
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(readBill())).toBeNull();
  });

  // Packages that must be in the build: src imports them, and the console does not share them.
  it.each(['diff', '@lezer/python', 'unbash', 'yaml', '@patternfly/react-core', '@patternfly/react-table'])(
    'holds %s in the version that is installed',
    (name) => {
      const { version } = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
      expect(shippedPackages()).toContainEqual(expect.objectContaining({ name, version }));
    },
  );

  it('has nothing that the console provides', () => {
    const shared = ['@openshift-console/dynamic-plugin-sdk', 'react-i18next', 'react-redux', 'react-router'];
    expect(shippedPackages().filter(({ name }) => shared.includes(name))).toEqual([]);
  });

  it('has only allowed licences', () => {
    expect(shippedPackages().filter(({ licence }) => !ALLOWED.test(licence))).toEqual([]);
  });

  it('matches docs/third-party-licences.md (otherwise run npm run licences)', () => {
    expect(licencesPage(shippedPackages())).toBe(read('docs/third-party-licences.md'));
  });
});
