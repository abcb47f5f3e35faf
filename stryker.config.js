/** Mutation tests, run by hand: `npm run mutate -- --mutate 'src/sidecars/report/*.ts'`. See docs/testing.md. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [
    'src/sidecars/**/*.ts',
    'src/k8s/**/*.ts',
    'dev/cluster/**/*.ts',
    '!**/*.spec.ts',
    '!**/*[fF]ixtures*',
    '!**/testing/**',
  ],
  coverageAnalysis: 'perTest',
  // Mutants of constants would run every test, each.
  ignoreStatic: true,
  concurrency: 1,
  reporters: ['clear-text', 'progress', 'html'],
  tempDirName: '.cache/stryker',
  htmlReporter: { fileName: '.cache/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false },
};
