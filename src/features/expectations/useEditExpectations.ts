import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { EditExpectationsOptions } from './EditExpectations';

const { Part, prefetch } = lazyPart(
  'dialog',
  async () => (await import('./EditExpectations')).EditExpectations,
);

export const prefetchEditExpectations = prefetch;

/** React hook: opens the form for the expected results of a ConfigMap. */
export const useEditExpectations = (): ((options: EditExpectationsOptions) => void) => {
  const launch = useOverlay();
  return useCallback(
    (options) => {
      launch(Part, { options });
    },
    [launch],
  );
};
