import {
  Button,
  Label,
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
  Tooltip,
} from '@patternfly/react-core';
import { BarsIcon, ClusterIcon, MoonIcon, SunIcon } from '@patternfly/react-icons';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../session/SessionContext';
import { PersonaMenu } from '../session/PersonaMenu';
import { isDarkTheme, setDarkTheme } from './theme';

interface ConsoleMastheadProps {
  isNavOpen: boolean;
  onNavToggle: () => void;
}

/** The bar at the top: what this is, which cluster, in which theme, and as whom. */
export const ConsoleMasthead = ({ isNavOpen, onNavToggle }: ConsoleMastheadProps): ReactElement => {
  const { apiServer } = useSession();
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
            <span className="ech-brand">Sidecar hooks</span>
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isStatic>
          <ToolbarContent>
            <ToolbarItem className="ech-cluster-label" alignSelf="center">
              <Tooltip content={`API server: ${apiServer}`}>
                <Label isCompact icon={<ClusterIcon />} tabIndex={0}>
                  Embedded cluster
                </Label>
              </Tooltip>
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
