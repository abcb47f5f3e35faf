import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// The SDK reads the console's flags while it is loaded. Some specs of this project run without a window.
if (typeof window !== 'undefined') {
  await import('../../dev/console/host/serverFlags');
}

afterEach(() => {
  cleanup();
});
