import type { ReactNode } from 'react';
import { Component } from 'react';

interface EditorBoundaryProps {
  /** Shown instead of the editor. */
  fallback: ReactNode;
  children: ReactNode;
}

interface EditorBoundaryState {
  hasFailed: boolean;
}

/**
 * Stands in for the console's editor when its code does not come, as after an update of the console: without it, the
 * error would take the page or the dialog along, with what was typed.
 */
export class EditorBoundary extends Component<EditorBoundaryProps, EditorBoundaryState> {
  override state: EditorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): EditorBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
