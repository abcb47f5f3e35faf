import { MenuToggle, PageSidebarBody, Select, SelectList, SelectOption } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { usePerspectives } from './perspectives';
import { useActivePerspective } from './useActivePerspective';

/** The choice of the perspective above the navigation, if there is more than one. */
export const PerspectiveSwitcher = (): ReactElement | null => {
  const perspectives = usePerspectives();
  const [active, setActive] = useActivePerspective();
  const [isOpen, setIsOpen] = useState(false);
  if (perspectives.length === 1) {
    return null;
  }
  return (
    <PageSidebarBody isFilled={false} usePageInsets>
      <Select
        isOpen={isOpen}
        selected={active}
        onOpenChange={setIsOpen}
        onSelect={(_event, chosen) => {
          setIsOpen(false);
          setActive(String(chosen));
        }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            isFullWidth
            isExpanded={isOpen}
            data-test="perspective-switcher"
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {perspectives.find(({ id }) => id === active)?.name}
          </MenuToggle>
        )}
      >
        <SelectList>
          {perspectives.map(({ id, name }) => (
            <SelectOption key={id} value={id}>
              {name}
            </SelectOption>
          ))}
        </SelectList>
      </Select>
    </PageSidebarBody>
  );
};
