import { Bullseye, Spinner } from '@patternfly/react-core';
import type { ComponentType, ReactElement } from 'react';
import { lazy, Suspense, useMemo } from 'react';
import { ErrorBoundary } from '../layout/ErrorBoundary';

type Load<P> = () => Promise<ComponentType<P>>;

interface PluginComponentProps<P> {
  /** The code reference of an extension; it loads the plugin's chunks. */
  load: Load<P>;
  componentProps: P;
  /** Whether code that fails to load is requested again. The console does so for tabs, but not for pages. */
  isRetried: boolean;
}

const ATTEMPTS = 26;
const LONGEST_WAIT_MS = 30_000;

const withRetries =
  <P,>(load: Load<P>): Load<P> =>
  async () => {
    for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
      try {
        return await load();
      } catch {
        await new Promise((resolve) => {
          setTimeout(resolve, Math.min(100 * 2 ** (attempt - 1), LONGEST_WAIT_MS));
        });
      }
    }
    return load();
  };

/** Shows a component of a plugin, or the error page if its code cannot be loaded, as in the console. */
export const PluginComponent = <P extends object>({
  load,
  componentProps,
  isRetried,
}: PluginComponentProps<P>): ReactElement => {
  const Content = useMemo(() => {
    const attempt = isRetried ? withRetries(load) : load;
    // The type of `lazy` loses the type parameter of the props.
    return lazy(async () => ({ default: await attempt() })) as unknown as ComponentType<P>;
  }, [load, isRetried]);
  return (
    <ErrorBoundary>
      <Suspense
        fallback={
          <Bullseye>
            <Spinner aria-label="Loading" />
          </Bullseye>
        }
      >
        <Content {...componentProps} />
      </Suspense>
    </ErrorBoundary>
  );
};
