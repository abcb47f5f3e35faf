import type { ComponentType, FunctionComponent, ReactElement } from 'react';
import { lazy, Suspense } from 'react';
import { LoadingModal } from './LoadingModal';

interface LazyOverlay<Props> {
  Overlay: FunctionComponent<Props>;
  /** Loads the code ahead, where it is about to be needed. Costs nothing when it is there. */
  prefetch: () => void;
}

/**
 * A form or question whose code is loaded when it is first opened. Overlays stand beside the page: without a boundary
 * of its own the loading would blank all of the console.
 */
export const lazyOverlay = <Props extends { closeOverlay: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): LazyOverlay<Props> => {
  const Content = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  const Overlay = (props: Props): ReactElement => (
    <Suspense fallback={<LoadingModal onClose={props.closeOverlay} />}>
      <Content {...props} />
    </Suspense>
  );
  return {
    Overlay,
    prefetch: () => {
      // A failed load is told when the form is opened.
      load().catch(() => undefined);
    },
  };
};
