import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { NamespaceDropdown } from './NamespaceDropdown';
import { useActiveNamespace } from './useActiveNamespace';

interface NamespaceBarProps {
  onNamespaceChange?: (namespace: string) => void;
  isDisabled?: boolean;
  children?: ReactNode;
}

/** The bar above a page in which the namespace is chosen. `children` follow the choice. */
export const NamespaceBar = ({ onNamespaceChange, isDisabled = false, children }: NamespaceBarProps): JSX.Element => {
  const [namespace, setNamespace] = useActiveNamespace();
  return (
    <Toolbar className="ech-namespace-bar" inset={{ default: 'insetNone' }}>
      <ToolbarContent>
        <ToolbarItem>
          <NamespaceDropdown
            namespace={namespace}
            isDisabled={isDisabled}
            onSelect={(chosen) => {
              onNamespaceChange?.(chosen);
              setNamespace(chosen);
            }}
          />
        </ToolbarItem>
        {children === undefined ? null : <ToolbarItem>{children}</ToolbarItem>}
      </ToolbarContent>
    </Toolbar>
  );
};
