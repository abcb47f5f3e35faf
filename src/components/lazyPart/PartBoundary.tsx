import type { ReactNode } from 'react';
import { Component } from 'react';

/** The code of a part could not be loaded: the network failed, or an update of the plugin removed the file. */
export class PartNotLoaded extends Error {}

interface PartBoundaryProps {
  /** Shown instead of the part. */
  fallback: ReactNode;
  onFailed: () => void;
  children: ReactNode;
}

interface PartBoundaryState {
  error?: Error;
}

/** Shows the fallback if the code of a part could not be loaded. All other errors go on to the console. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = {};

  static getDerivedStateFromError(error: Error): PartBoundaryState {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    if (error instanceof PartNotLoaded) {
      this.props.onFailed();
    }
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) {
      return this.props.children;
    }
    if (error instanceof PartNotLoaded) {
      return this.props.fallback;
    }
    throw error;
  }
}
