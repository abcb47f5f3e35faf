import { Bullseye, Button, Spinner } from '@patternfly/react-core';
import type { ComponentType, ReactElement } from 'react';
import { Suspense, useEffect, useState } from 'react';
import { ErrorBoundary } from '../layout/ErrorBoundary';
import { ErrorPage } from '../layout/ErrorPage';
import { errorText } from '../layout/errorText';

type Loaded<P> =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | { state: 'loaded'; Component: ComponentType<P> };

interface PluginComponentProps<P> {
  /** The code reference of an extension; it loads the plugin's chunks. */
  load: () => Promise<ComponentType<P>>;
  componentProps: P;
  /** What failed, for the title of the error. */
  title: string;
}

const loading = (
  <Bullseye>
    <Spinner aria-label="Loading" />
  </Bullseye>
);

/** Shows a component of a plugin. When its code cannot be loaded, says so and offers to try again. */
export const PluginComponent = <P extends object>({
  load,
  componentProps,
  title,
}: PluginComponentProps<P>): ReactElement => {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<P>>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    setLoaded({ state: 'loading' });
    load().then(
      (Component) => {
        if (current) {
          setLoaded({ state: 'loaded', Component });
        }
      },
      (error: unknown) => {
        if (current) {
          setLoaded({ state: 'failed', error });
        }
      },
    );
    return () => {
      current = false;
    };
  }, [load, attempt]);

  switch (loaded.state) {
    case 'loading':
      return loading;
    case 'failed':
      return (
        <ErrorPage title={`${title} could not be loaded`} errorMessage={errorText(loaded.error)}>
          <Button
            onClick={() => {
              setAttempt(attempt + 1);
            }}
          >
            Try again
          </Button>
        </ErrorPage>
      );
    case 'loaded':
      return (
        <ErrorBoundary>
          <Suspense fallback={loading}>
            <loaded.Component {...componentProps} />
          </Suspense>
        </ErrorBoundary>
      );
  }
};
