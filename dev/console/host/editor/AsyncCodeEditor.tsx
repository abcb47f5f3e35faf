import { lazy } from 'react';

/**
 * The console's code editor. `ref` gives Monaco's editor and namespace once it is shown.
 *
 * As in the console there is no Suspense around it: who uses it must have one.
 */
export const AsyncCodeEditor = lazy(async () => ({
  default: (await import('./MonacoCodeEditor')).MonacoCodeEditor,
}));
