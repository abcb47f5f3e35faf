import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import './forgetAnswers';

// The SDK reads the console's flags while it is loaded. Some specs of this project run without a window.
if (typeof window !== 'undefined') {
  await import('../../dev/console/host/serverFlags');
}

// Within a second, the default, a busy machine may not even render: what is awaited comes in its time, or not at all.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
});
