import {
  Button,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { BarsIcon, MoonIcon, SunIcon } from '@patternfly/react-icons';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { PersonaMenu } from '../session/PersonaMenu';
import { ClusterLabel } from './ClusterLabel';
import { isDarkTheme, setDarkTheme } from './theme';

interface ConsoleMastheadProps {
  isNavOpen: boolean;
  onNavToggle: () => void;
}

export const ConsoleMasthead = ({ isNavOpen, onNavToggle }: ConsoleMastheadProps): ReactElement => {
  const [isDark, setIsDark] = useState(isDarkTheme);
  const themeLabel = isDark ? 'Switch to the light theme' : 'Switch to the dark theme';
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton
            variant="plain"
            aria-label="Main navigation"
            isSidebarOpen={isNavOpen}
            onSidebarToggle={onNavToggle}
            aria-expanded={isNavOpen}
          >
            <BarsIcon />
          </PageToggleButton>
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo component={(props) => <Link {...props} to="/" />}>
            <span className="ech-brand">Hook sidecars</span>
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isStatic>
          <ToolbarContent>
            <ToolbarItem className="ech-cluster-label" alignSelf="center">
              <ClusterLabel />
            </ToolbarItem>
            <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapSm' }}>
              <ToolbarItem>
                <Button
                  variant="plain"
                  aria-label={themeLabel}
                  title={themeLabel}
                  icon={isDark ? <SunIcon /> : <MoonIcon />}
                  onClick={() => {
                    setDarkTheme(!isDark);
                    setIsDark(!isDark);
                  }}
                />
              </ToolbarItem>
              <ToolbarItem>
                <PersonaMenu />
              </ToolbarItem>
            </ToolbarGroup>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
};
