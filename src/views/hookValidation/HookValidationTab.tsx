import type { ReactElement } from 'react';
import { PageSection } from '@patternfly/react-core';
import type { VirtualMachine } from '../../sidecars/resources';

const HookValidationTab = ({ obj }: { obj: VirtualMachine }): ReactElement => (
  <PageSection>{obj.metadata.name}</PageSection>
);

export default HookValidationTab;
