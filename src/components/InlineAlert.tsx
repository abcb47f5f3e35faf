import type { ReactElement } from 'react';
import { Alert, type AlertProps } from '@patternfly/react-core';

/** An alert in the flow of a page or dialog. Its title is no heading: alerts come and go, and would break the outline. */
export const InlineAlert = (props: Omit<AlertProps, 'isInline' | 'component' | 'ref'>): ReactElement => (
  <Alert isInline component="p" {...props} />
);
