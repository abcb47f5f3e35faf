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
 * Shows the fallback when the editor's code cannot be loaded, for example after an update of the console. Otherwise the
 * error would remove the page or the dialog with its input.
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
