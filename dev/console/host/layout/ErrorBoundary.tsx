import type { ErrorInfo, ReactNode } from 'react';
import { Component } from 'react';
import { ErrorPage } from './ErrorPage';

interface State {
  error?: Error;
  componentStack?: string;
}

/** Limits an error to one page. A new `key` mounts the page again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(_error: Error, { componentStack }: ErrorInfo): void {
    this.setState({ componentStack: componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, componentStack = '' } = this.state;
    return error === undefined ? (
      this.props.children
    ) : (
      <ErrorPage errorMessage={error.message} stack={error.stack ?? ''} componentStack={componentStack} />
    );
  }
}
