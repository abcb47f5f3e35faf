import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyOverlay } from '../../../components/lazyOverlay';
import type { EditExpectationsOptions } from './EditExpectations';

const { Overlay, prefetch } = lazyOverlay(async () => (await import('./EditExpectations')).EditExpectations);

export const prefetchEditExpectations = prefetch;

/** React hook: opens the form for the expected results of a ConfigMap. */
export const useEditExpectations = (): ((options: EditExpectationsOptions) => void) => {
  const launch = useOverlay();
  return useCallback(
    (options) => {
      launch(Overlay, { options });
    },
    [launch],
  );
};
