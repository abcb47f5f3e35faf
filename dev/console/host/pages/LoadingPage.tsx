import { Bullseye, Spinner } from '@patternfly/react-core';
import type { ReactElement } from 'react';

export const LoadingPage = (): ReactElement => (
  <Bullseye>
    <Spinner aria-label="Loading" />
  </Bullseye>
);
