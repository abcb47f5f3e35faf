import { Bullseye, Spinner } from '@patternfly/react-core';

export const LoadingPage = (): JSX.Element => (
  <Bullseye>
    <Spinner aria-label="Loading" />
  </Bullseye>
);
