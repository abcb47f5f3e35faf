import { afterAll, vi } from 'vitest';

// The next file may run in this process.
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
  // A module whose import is interrupted by the end of the file would be broken for all later files.
  await vi.dynamicImportSettled();
});
