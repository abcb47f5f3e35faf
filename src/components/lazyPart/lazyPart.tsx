import type { FunctionComponent, ReactElement } from 'react';
import { lazy, Suspense, useState } from 'react';
import { Bullseye, Skeleton, Spinner } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';
import { FocusReturn } from '../FocusReturn';
import { LoadingModal } from './LoadingModal';
import { PartBoundary, PartNotLoaded } from './PartBoundary';
import type { PartPlace } from './PartFailed';
import { PartFailed } from './PartFailed';

const PartLoading = ({ place, onClose }: { place: PartPlace; onClose: () => void }): ReactElement => {
  const { t } = useSidecarTranslation();
  switch (place) {
    case 'page':
      return (
        <Bullseye>
          <Spinner aria-label={t('Loading')} />
        </Bullseye>
      );
    case 'dialog':
      return <LoadingModal onClose={onClose} />;
    case 'inline':
      return <Skeleton screenreaderText={t('Loading')} />;
  }
};

const nothing = (): void => undefined;

/** The close function that the console passes to overlays. */
const closeOf = (props: object): (() => void) =>
  'closeOverlay' in props && typeof props.closeOverlay === 'function'
    ? (props.closeOverlay as () => void)
    : nothing;

export interface LazyPart<P> {
  Part: FunctionComponent<P>;
  /** Loads the code before it is needed. Does nothing if it is loaded. */
  prefetch: () => void;
}

/**
 * A component whose code loads when it is first shown. If loading fails, an error with a retry replaces the component.
 * Without its own boundary, the error would blank the page or, for a dialog, the whole console.
 *
 * @param load imports the component
 */
export const lazyPart = <P extends object>(
  place: PartPlace,
  load: () => Promise<FunctionComponent<P>>,
): LazyPart<P> => {
  // Loaded code is rendered directly: React shows the fallback of a lazy component even if its code is there.
  let loaded: FunctionComponent<P> | undefined;
  const loadPart = async (): Promise<FunctionComponent<P>> => {
    loaded = await load();
    return loaded;
  };
  const create = (): FunctionComponent<P> =>
    lazy(async () => {
      try {
        return { default: await loadPart() };
      } catch (cause) {
        throw new PartNotLoaded('A part of the plugin could not be loaded', { cause });
      }
      // The type of `lazy` includes refs, which function components do not have.
    }) as unknown as FunctionComponent<P>;
  // Shared by all uses, so that code is loaded only once.
  let shared = create();

  const Part = (props: P): ReactElement => {
    const [{ Content, attempt }, setContent] = useState(() => ({ Content: loaded ?? shared, attempt: 0 }));
    const onClose = closeOf(props);
    return (
      <>
        <PartBoundary
          key={attempt}
          onFailed={() => {
            // React caches a rejected import forever.
            shared = create();
          }}
          fallback={
            <PartFailed
              place={place}
              onClose={onClose}
              onRetry={() => {
                setContent({ Content: shared, attempt: attempt + 1 });
              }}
            />
          }
        >
          <Suspense fallback={<PartLoading place={place} onClose={onClose} />}>
            <Content {...props} />
          </Suspense>
        </PartBoundary>
        {place === 'dialog' ? <FocusReturn /> : null}
      </>
    );
  };
  return {
    Part,
    prefetch: () => {
      // The error shows where the part is rendered.
      loadPart().catch(() => undefined);
    },
  };
};
