import { CORE_PLATFORM } from './perspectives';

interface Entry {
  properties: { perspective?: string | undefined };
}

/** Whether an entry shows in a perspective: without a perspective of its own it shows only in the default one. */
export const isInPerspective = ({ properties }: Entry, perspective: string): boolean =>
  (properties.perspective ?? CORE_PLATFORM.id) === perspective;
