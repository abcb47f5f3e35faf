/** Deprecated in the SDK; the embedded console does not offer it. */
export const useListPageFilter = (): never => {
  throw new Error('useListPageFilter is not part of the embedded console: use PatternFly Data View.');
};
