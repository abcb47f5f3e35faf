import { afterAll, vi } from 'vitest';

// The next file may run in this process.
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
  // A module whose loading is cut by the end of the file would be broken for all that come.
  await vi.dynamicImportSettled();
});
