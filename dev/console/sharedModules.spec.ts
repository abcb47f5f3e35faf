import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOST_BUILD } from '../base/builds';
import sharedVersions from './sharedModules.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');
const recording = resolve(root, '../shared/data/console-4.22/shared-modules.json');

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Listed in docs/embedded.md. */
const LEFT_OUT =
  /^(@openshift-console\/dynamic-plugin-sdk-internal|react-router-dom(-v5-compat)?|@patternfly\/react-(data-view|templates)\/.*)$/;

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

const installedVersion = (name: string): string =>
  (readJson(resolve(root, 'node_modules', packageOf(name), 'package.json')) as { version: string }).version;

describe('the modules that the host shares', () => {
  it.skipIf(!existsSync(recording))(
    'are those of a real console, except those listed in docs/embedded.md',
    () => {
      const recorded = readJson(recording) as Record<string, string | string[]>;
      const provided = Object.entries(recorded).filter(([name]) => !LEFT_OUT.test(name));
      expect(sharedVersions).toEqual({
        ...Object.fromEntries(provided),
        // The recorded build had no version.
        '@openshift-console/dynamic-plugin-sdk': '4.22.0',
        redux: [recorded.redux].flat().at(-1),
      });
    },
  );

  it('have the versions that are installed', () => {
    const installed = Object.keys(sharedVersions).map((name) => [name, installedVersion(name)]);
    expect(Object.fromEntries(installed)).toEqual(sharedVersions);
  });

  it('are rebuilt when their list changes', () => {
    expect(HOST_BUILD.inputs).toContain(resolve(import.meta.dirname, 'sharedModules.json'));
  });
});
