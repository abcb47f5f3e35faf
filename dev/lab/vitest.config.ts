import { defineConfig } from 'vitest/config';

/** Tests that need libvirt and QEMU; separate from `npm test`, which needs neither. */
export default defineConfig({
  test: {
    include: ['dev/lab/**/*.lab.ts'],
    environment: 'node',
    // Emulated guests share the processor.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
