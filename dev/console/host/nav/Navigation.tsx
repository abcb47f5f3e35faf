import { Nav, NavExpandable, NavItem, NavItemSeparator, NavList } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { memo } from 'react';
import { Link } from 'react-router';
import type { NavLink } from './navItem';
import type { Navigation as NavigationOfPlace } from './useNavigation';
import { useNavigation } from './useNavigation';

const NavEntry = ({ link }: { link: NavLink }): ReactElement =>
  link.separator ? (
    <NavItemSeparator />
  ) : (
    <NavItem itemId={link.id} isActive={link.isActive}>
      <Link
        to={link.href}
        {...link.dataAttributes}
        aria-current={link.isActive ? ('page' as const) : undefined}
      >
        {link.name}
      </Link>
    </NavItem>
  );

/** Memoized, because PatternFly's list makes the browser compute its style at each render. */
const Entries = memo(
  ({ navigation: { sections, topLevel } }: { navigation: NavigationOfPlace }): ReactElement => (
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
  ),
);

export const Navigation = (): ReactElement => <Entries navigation={useNavigation()} />;
