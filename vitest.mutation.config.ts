import { defineConfig } from 'vitest/config';
import config from './vitest.config';

/** The specs that stand beside the code that is mutated; those of pages would take hours. */
const SPECS: Record<string, string[]> = {
  pure: ['src/sidecars/**/*.spec.ts', 'src/k8s/**/*.spec.ts'],
  'browser-like': ['src/sidecars/**/*.dom.spec.ts', 'src/k8s/**/*.spec.tsx'],
  node: ['dev/cluster/**/*.spec.ts'],
};

export default defineConfig({
  ...config,
  test: {
    ...config.test,
    projects: config.test?.projects?.flatMap((project) => {
      const test = typeof project === 'object' && 'test' in project ? project.test : undefined;
      const include = typeof test?.name === 'string' ? SPECS[test.name] : undefined;
      return include === undefined ? [] : [{ extends: true as const, test: { ...test, include } }];
    }),
  },
});
