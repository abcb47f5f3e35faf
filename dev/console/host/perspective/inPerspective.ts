import { CORE_PLATFORM } from './perspectives';

interface Entry {
  properties: { perspective?: string | undefined };
}

/** Whether an entry shows in a perspective: one that names none is in the default perspective only. */
export const isInPerspective = ({ properties }: Entry, perspective: string): boolean =>
  (properties.perspective ?? CORE_PLATFORM.id) === perspective;
