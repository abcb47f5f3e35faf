import type { ReactNode, ReactPortal } from 'react';

const PORTAL = Symbol.for('react.portal');

/**
 * Replaces react-dom in the built plugin (webpack.config.ts). The console does not share react-dom, and PatternFly needs only
 * this function of it: the console's own react-dom renders the returned portal. A second react-dom would be a fifth of the
 * plugin's first view.
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
