import type { ReactNode, ReactPortal } from 'react';

const PORTAL = Symbol.for('react.portal');

/**
 * Takes the place of react-dom in the built plugin (webpack.config.ts). The console does not share react-dom, and all
 * that PatternFly needs of it is this function: the console's own react-dom renders what it answers. A second react-dom
 * would be a fifth of the plugin's first view.
 */
export const createPortal = (
  children: ReactNode,
  container: Element | DocumentFragment,
  key?: string | null,
): ReactPortal =>
  ({
    $$typeof: PORTAL,
    key: key ?? null,
    children,
    containerInfo: container,
    implementation: null,
  }) as unknown as ReactPortal;
