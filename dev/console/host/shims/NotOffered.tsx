import { Alert } from '@patternfly/react-core';
import type { ComponentType, ReactElement } from 'react';

/** A placeholder with the name of a console component that the embedded console lacks, so that imports do not fail. */
export const notOffered = (name: string): ComponentType => {
  const NotOffered = (): ReactElement => (
    <Alert isInline variant="warning" title={`${name} is not part of the embedded console.`} />
  );
  return NotOffered;
};
