import { Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { UserIcon } from '@patternfly/react-icons';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { impersonationOf, useViewAs } from './impersonation';
import { useSession } from './SessionContext';
import { switchPersona } from './session';

const PERMISSIONS: Record<string, string> = {
  admin: 'May do everything in the cluster',
  editor: 'Owns the VMs of its namespaces',
  viewer: 'Reads, changes nothing',
};

/** The only persona that may impersonate. */
const ADMIN = 'admin';

/** Shows the user and switches to another persona, or impersonates one. */
export const PersonaMenu = (): ReactElement => {
  const { user, persona, personas } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const viewAs = useViewAs();
  if (personas.length === 0) {
    return (
      <span className="ech-user" data-test="user">
        <UserIcon /> {user.name}
      </span>
    );
  }
  const current = personas.find(({ id }) => id === persona)?.displayName ?? user.name;
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      popperProps={{ position: 'right' }}
      onSelect={() => {
        setIsOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          icon={<UserIcon />}
          data-test="persona-menu"
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {current}
        </MenuToggle>
      )}
    >
      <DropdownGroup label="Act as">
        <DropdownList>
          {personas.map(({ id, displayName }) => (
            <DropdownItem
              key={id}
              isSelected={id === persona}
              description={PERMISSIONS[id]}
              onClick={() => {
                if (id !== persona) {
                  void switchPersona(id);
                }
              }}
            >
              {displayName}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      {persona === ADMIN ? (
        <DropdownGroup label="Impersonate">
          <DropdownList>
            {personas
              .filter(({ id }) => id !== persona)
              .map((other) => (
                <DropdownItem
                  key={other.id}
                  onClick={() => {
                    viewAs(impersonationOf(other.name, other.groups));
                  }}
                >
                  View as {other.displayName}
                </DropdownItem>
              ))}
          </DropdownList>
        </DropdownGroup>
      ) : null}
    </Dropdown>
  );
};
