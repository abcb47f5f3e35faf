import { Alert } from '@patternfly/react-core';
import type { ComponentType, ReactElement } from 'react';

/**
 * Stands where a plugin uses a part of the console that the embedded one does not have: what is missing is seen on
 * the page, with its name, instead of failing at import.
 */
export const notOffered = (name: string): ComponentType => {
  const NotOffered = (): ReactElement => (
    <Alert isInline variant="warning" title={`${name} is not part of the embedded console.`} />
  );
  return NotOffered;
};
