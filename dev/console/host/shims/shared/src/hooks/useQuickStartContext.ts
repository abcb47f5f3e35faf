/** The embedded console has no quick starts. */
const context = {
  allQuickStarts: [],
  activeQuickStartID: '',
  allQuickStartStates: {},
  setActiveQuickStart: (): void => undefined,
};

export const useQuickStartContext = (): typeof context => context;
