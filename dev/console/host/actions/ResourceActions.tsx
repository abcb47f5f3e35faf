import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { ActionItem } from './ActionItem';
import { ActionServiceProvider } from './ActionServiceProvider';
import { useHostActions } from './useHostActions';

interface ResourceActionsProps {
  object: K8sResourceCommon;
  /** Whether it includes the host's own actions, or only those of plugins. */
  hasOwnMenu: boolean;
  /** `kebab` for table rows, `menu` for the head of a page. */
  variant: 'kebab' | 'menu';
}

const Items = ({ object, hasOwnMenu }: Pick<ResourceActionsProps, 'object' | 'hasOwnMenu'>): ReactElement => {
  const hostActions = useHostActions(object);
  const own = hasOwnMenu ? hostActions : [];
  const context = useMemo(() => ({ resource: object }), [object]);
  return (
    <ActionServiceProvider context={context}>
      {({ actions, loaded, error }) => (
        <DropdownList>
          {own.map((action) => (
            <ActionItem key={action.id} action={action} />
          ))}
          {actions.map((action) => (
            <ActionItem key={action.id} action={action} />
          ))}
          {loaded || error !== undefined ? null : <DropdownItem isLoading>Loading more actions</DropdownItem>}
          {error === undefined ? null : (
            <DropdownItem isDisabled>Some actions could not be loaded.</DropdownItem>
          )}
        </DropdownList>
      )}
    </ActionServiceProvider>
  );
};

/** The actions on an object. Their hooks run only while the menu is open. */
export const ResourceActions = ({ object, hasOwnMenu, variant }: ResourceActionsProps): ReactElement => {
  const [isOpen, setIsOpen] = useState(false);
  const name = object.metadata?.name ?? '';
  return (
    <Dropdown
      isOpen={isOpen}
      // Plugins' actions load when the menu is already positioned, so it must fit at any length.
      isScrollable
      maxMenuHeight="min(480px, 45vh)"
      onOpenChange={setIsOpen}
      popperProps={{ position: 'right' }}
      onSelect={() => {
        setIsOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          variant={variant === 'kebab' ? 'plain' : 'primary'}
          aria-label={variant === 'kebab' ? `Actions for ${name}` : 'Actions'}
          data-test={variant === 'kebab' ? 'kebab-button' : 'actions-menu'}
          icon={variant === 'kebab' ? <EllipsisVIcon /> : undefined}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {variant === 'kebab' ? undefined : 'Actions'}
        </MenuToggle>
      )}
    >
      {isOpen ? <Items object={object} hasOwnMenu={hasOwnMenu} /> : null}
    </Dropdown>
  );
};
