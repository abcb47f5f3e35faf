import type { ReactElement, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Dropdown, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';

interface KebabMenuProps {
  /** The button's accessible name: it says of what these are the actions. */
  label: string;
  /** A DropdownList. Mounted while the menu is open, so that what the user may do is asked only then. */
  children: ReactNode;
}

/**
 * The menu at the end of a row. A page has a hundred of them: a closed one is a button and no more. The button has the
 * focus again when something was chosen.
 */
export const KebabMenu = ({ label, children }: KebabMenuProps): ReactElement => {
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <>
      {/* Beside the menu, not inside: the button stays the same one when the menu comes. */}
      <MenuToggle
        ref={toggle}
        variant="plain"
        icon={<EllipsisVIcon />}
        isExpanded={isOpen}
        aria-label={label}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      />
      {isOpen ? (
        <Dropdown
          isOpen
          onSelect={() => {
            setIsOpen(false);
          }}
          shouldFocusToggleOnSelect
          onOpenChange={setIsOpen}
          popperProps={{ position: 'right' }}
          toggle={{ toggleNode: null, toggleRef: toggle }}
        >
          {children}
        </Dropdown>
      ) : null}
    </>
  );
};
