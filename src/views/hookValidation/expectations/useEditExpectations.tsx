import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { EditExpectations, type EditExpectationsOptions } from './EditExpectations';

/** React hook: opens the form for the expected results of a ConfigMap. */
export const useEditExpectations = (): ((options: EditExpectationsOptions) => void) => {
  const launch = useOverlay();
  return useCallback(
    (options) => {
      launch(EditExpectations, { options });
    },
    [launch],
  );
};
