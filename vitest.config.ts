import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const sdkLib = /node_modules\/@openshift-console\/dynamic-plugin-sdk\/lib\/.*\.js$/;

/**
 * The SDK's files mix `import` with `require('@console/…')`, which only webpack understands. For tests each such
 * call becomes an import of the console host's own module, the one that the embedded console uses as well.
 */
const consoleModules = (): Plugin => ({
  name: 'console-modules',
  enforce: 'pre',
  load(id) {
    const file = id.split('?')[0] ?? id;
    if (!sdkLib.test(file)) {
      return null;
    }
    const imports: string[] = [];
    const code = readFileSync(file, 'utf8').replace(
      /require\('(@console\/[^']+)'\)/g,
      (_call, path: string) => {
        imports.push(`import * as console_${String(imports.length)} from ${JSON.stringify(path)};`);
        return `console_${String(imports.length - 1)}`;
      },
    );
    return imports.length === 0 ? null : `${imports.join('\n')}\n${code}`;
  },
});

/** Specs of pure functions that parse XML. */
const DOM = ['src/**/*.dom.spec.ts'];
/** Specs that replace modules, or need them as they are when they are loaded: each has a process of its own. */
const ISOLATED = ['src/**/*.isolated.spec.tsx'];

const host = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [consoleModules()],
  resolve: {
    alias: [
      { find: /^@console\/(.*)$/, replacement: `${host('./dev/console/host/shims')}/$1` },
      // The SDK's own style sheets: there is nothing to see in jsdom.
      { find: /^.*\.scss$/, replacement: host('./src/testing/noStyles.ts') },
      // Thousands of modules, of which jsdom can run none to its end.
      { find: './MonacoCodeEditor', replacement: host('./src/testing/loadingEditor.tsx') },
    ],
  },
  test: {
    restoreMocks: true,
    // Many tests talk to a real API server or try thousands of inputs, on machines that may be slow.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 15_000 } },
    // Starting a process, and loading jsdom, PatternFly and the SDK into it, takes longer than most spec files.
    isolate: false,
    setupFiles: ['./src/testing/leaveNothing.ts'],
    // One fewer than there are cores, but not one: files wait for the network and for child processes as well.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    server: {
      deps: { inline: [/@openshift-console/, /@openshift\/dynamic-plugin-sdk/, /@patternfly/] },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['dev/**/*.spec.ts', 'scripts/**/*.spec.ts', 'charts/**/*.spec.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: ['src/**/*.spec.ts'],
          exclude: DOM,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser-like',
          environment: 'jsdom',
          include: [...DOM, 'src/**/*.spec.tsx', 'dev/console/host/**/*.spec.tsx'],
          exclude: ISOLATED,
          setupFiles: ['./src/testing/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          environment: 'jsdom',
          isolate: true,
          include: ISOLATED,
          setupFiles: ['./src/testing/setup.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/sidecars/**/*.ts'],
      exclude: [
        '**/*.spec.ts',
        '**/*[fF]ixtures*',
        '**/fixtures/**',
        'src/sidecars/**/testing/**',
        'src/sidecars/objects/resources.ts',
      ],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
