import type { ReactElement, ReactNode, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Dropdown, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';

interface KebabMenuProps {
  /** The button's accessible name: it says of what these are the actions. */
  label: string;
  /** A DropdownList. Mounted while the menu is open, so that what the user may do is asked only then. */
  children: ReactNode;
}

interface OpenMenuProps {
  toggle: RefObject<HTMLButtonElement>;
  /** Called when something was chosen, or the menu was left. */
  onClose: () => void;
  children: ReactNode;
}

const OpenMenu = ({ toggle, onClose, children }: OpenMenuProps): ReactElement => {
  // PatternFly finds the place of a menu when it opens, not of one that is open from the start.
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    setOpen(true);
  }, []);
  return (
    <Dropdown
      isOpen={isOpen}
      onSelect={onClose}
      shouldFocusToggleOnSelect
      onOpenChange={(isStillOpen) => {
        if (!isStillOpen) {
          onClose();
        }
      }}
      popperProps={{ position: 'right' }}
      toggle={{ toggleNode: null, toggleRef: toggle }}
    >
      {children}
    </Dropdown>
  );
};

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
        <OpenMenu
          toggle={toggle}
          onClose={() => {
            setIsOpen(false);
          }}
        >
          {children}
        </OpenMenu>
      ) : null}
    </>
  );
};
