import type { ReactElement, ReactNode } from 'react';
import { NamespaceDropdown } from './NamespaceDropdown';
import { useActiveNamespace } from './useActiveNamespace';

interface NamespaceBarProps {
  onNamespaceChange?: (namespace: string) => void;
  isDisabled?: boolean;
  children?: ReactNode;
}

/** The bar with the choice of the namespace, followed by `children`. */
export const NamespaceBar = ({
  onNamespaceChange,
  isDisabled = false,
  children,
}: NamespaceBarProps): ReactElement => {
  const [namespace, setNamespace] = useActiveNamespace();
  return (
    <div className="ech-namespace-bar">
      <NamespaceDropdown
        namespace={namespace}
        isDisabled={isDisabled}
        onSelect={(chosen) => {
          onNamespaceChange?.(chosen);
          setNamespace(chosen);
        }}
      />
      {children}
    </div>
  );
};
