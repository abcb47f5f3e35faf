import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import type { CreateAccessReview } from './useCreateAccess';
import { useCreateAccess } from './useCreateAccess';

interface ListPageCreateDropdownProps {
  items: Record<string, ReactNode>;
  onClick: (item: string) => void;
  createAccessReview?: CreateAccessReview;
  children?: ReactNode;
}

export const ListPageCreateDropdown = ({
  items,
  onClick,
  createAccessReview,
  children,
}: ListPageCreateDropdownProps): ReactElement | null => {
  const [isOpen, setIsOpen] = useState(false);
  const isAllowed = useCreateAccess(createAccessReview);
  return isAllowed ? (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      popperProps={{ position: 'right' }}
      onSelect={(_event, item) => {
        setIsOpen(false);
        onClick(String(item));
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="primary"
          isExpanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {children}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {Object.entries(items).map(([key, label]) => (
          <DropdownItem key={key} value={key}>
            {label}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  ) : null;
};
