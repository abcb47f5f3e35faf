import type { Extension, LoadedAndResolvedExtension } from '@openshift/dynamic-plugin-sdk';
import { useResolvedExtensions as useSdkResolvedExtensions } from '@openshift/dynamic-plugin-sdk';
import { useRef } from 'react';

type Guard<E extends Extension> = (extension: Extension) => extension is E;

/** Extensions that match any of the guards, with their code loaded: `[extensions, resolved, errors]`. */
export const useResolvedExtensions = <E extends Extension>(
  ...guards: Guard<E>[]
): [LoadedAndResolvedExtension<E>[], boolean, unknown[]] => {
  const latest = useRef(guards);
  // The guards are the caller's constants; a new predicate at each render would resolve endlessly.
  const anyGuard = useRef((extension: Extension): extension is E =>
    latest.current.some((guard) => guard(extension)),
  );
  return useSdkResolvedExtensions<E>(anyGuard.current);
};
