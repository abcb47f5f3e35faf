// The SDK reads the console's flags while it is loaded.
import '../../dev/console/host/serverFlags';
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(() => {
  cleanup();
});
