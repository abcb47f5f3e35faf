/** Belongs to VirtualizedTable, which the embedded console does not offer. */
export const useActiveColumns = (): never => {
  throw new Error('useActiveColumns is not part of the embedded console: use PatternFly Data View.');
};
