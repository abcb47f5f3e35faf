import { Nav, NavExpandable, NavItem, NavItemSeparator, NavList } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { NavLink } from './navItem';
import { useNavigation } from './useNavigation';

const NavEntry = ({ link }: { link: NavLink }): ReactElement =>
  link.separator ? (
    <NavItemSeparator />
  ) : (
    <NavItem itemId={link.id} isActive={link.isActive}>
      <Link
        to={link.href}
        {...link.dataAttributes}
        {...(link.isActive ? { 'aria-current': 'page' as const } : {})}
      >
        {link.name}
      </Link>
    </NavItem>
  );

/** The navigation on the left. */
export const Navigation = (): ReactElement => {
  const { sections, topLevel } = useNavigation();
  return (
    <Nav aria-label="Main navigation">
      <NavList>
        {sections.map(({ section, links }) => {
          const isActive = links.some((link) => link.isActive);
          return (
            <NavExpandable
              key={section.id}
              title={section.name ?? ''}
              groupId={section.id}
              isActive={isActive}
              isExpanded
              {...section.dataAttributes}
            >
              {links.map((link) => (
                <NavEntry key={link.id} link={link} />
              ))}
            </NavExpandable>
          );
        })}
        {topLevel.map((link) => (
          <NavEntry key={link.id} link={link} />
        ))}
      </NavList>
    </Nav>
  );
};
