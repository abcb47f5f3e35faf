/** The embedded console has no quick starts: the context is empty and its functions do nothing. */
const context = {
  allQuickStarts: [],
  activeQuickStartID: '',
  allQuickStartStates: {},
  setActiveQuickStart: (): void => undefined,
};

export const useQuickStartContext = (): typeof context => context;
