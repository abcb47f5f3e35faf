import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import './forgetAnswers';
import { answerTextDirectionAtOnce } from './textDirection';

// The SDK reads the console's flags when it is imported. Some specs run without a window.
if (typeof window !== 'undefined') {
  await import('../../dev/console/host/serverFlags');
  answerTextDirectionAtOnce();
}

// A busy machine may not even render within the default of one second.
configure({ asyncUtilTimeout: 15_000 });

afterEach(() => {
  cleanup();
});
