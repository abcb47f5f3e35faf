import type { ReactElement } from 'react';
import { Alert, type AlertProps } from '@patternfly/react-core';

/** An alert in the flow of a page or dialog. Its title is not a heading, because alerts would change the page outline. */
export const InlineAlert = (props: Omit<AlertProps, 'isInline' | 'component' | 'ref'>): ReactElement => (
  <Alert isInline component="p" {...props} />
);
