import { defineConfig } from 'vitest/config';

/** What needs libvirt and QEMU: apart from `npm test`, which needs neither. */
export default defineConfig({
  test: {
    include: ['dev/lab/**/*.lab.ts'],
    environment: 'node',
    // Guests under emulation share the processor.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
