import type { ReactElement } from 'react';
import { PageSection } from '@patternfly/react-core';

interface HookScriptsTabProps {
  /** Undefined shows all namespaces. */
  namespace: string | undefined;
}

export const HookScriptsTab = ({ namespace }: HookScriptsTabProps): ReactElement => (
  <PageSection>{namespace}</PageSection>
);
