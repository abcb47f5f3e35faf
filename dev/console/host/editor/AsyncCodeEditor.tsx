import { lazy } from 'react';

/** The console's code editor, without Suspense, as in the console. `ref` gets Monaco's editor and namespace. */
export const AsyncCodeEditor = lazy(async () => ({
  default: (await import('./MonacoCodeEditor')).MonacoCodeEditor,
}));
