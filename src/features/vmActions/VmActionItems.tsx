import type { ReactElement } from 'react';
import { DropdownItem, DropdownList } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import type { VmAction } from './useVmActionList';

/** The items of a row's menu. */
export const VmActionItems = ({ actions }: { actions: readonly Omit<VmAction, 'id'>[] }): ReactElement => {
  const navigate = useNavigate();
  return (
    <DropdownList>
      {actions.map(({ label, does, reason }) => (
        <DropdownItem
          key={label}
          value={label}
          isAriaDisabled={reason !== undefined}
          tooltipProps={reason === undefined ? undefined : { content: reason }}
          onClick={() => {
            if (does.kind === 'run') {
              does.run();
            } else {
              void navigate(does.path);
            }
          }}
        >
          {label}
        </DropdownItem>
      ))}
    </DropdownList>
  );
};
