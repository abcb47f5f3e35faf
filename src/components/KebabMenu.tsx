import type { ReactElement, ReactNode, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Dropdown, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';

interface KebabMenuProps {
  /** The button's accessible name, including the object of the actions. */
  label: string;
  /** A DropdownList. Mounted while the menu is open, so that access checks run only then. */
  children: ReactNode;
}

interface OpenMenuProps {
  toggle: RefObject<HTMLButtonElement>;
  /** Called after a choice or when the menu is left. */
  onClose: () => void;
  children: ReactNode;
}

const OpenMenu = ({ toggle, onClose, children }: OpenMenuProps): ReactElement => {
  // PatternFly positions a menu when it opens, not if it is open on mount.
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
 * The menu at the end of a row. A page has a hundred of them, so a closed one renders only a button. The button gets the
 * focus after a choice.
 */
export const KebabMenu = ({ label, children }: KebabMenuProps): ReactElement => {
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <>
      {/* Beside the menu, not inside, so that the button is not remounted when the menu appears. */}
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
