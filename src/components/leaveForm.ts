import { createContext, useContext } from 'react';

/** Closes the form around, and then does something else. Asks first if input would be lost. */
type LeaveForm = (then: () => void) => void;

export const LeaveFormContext = createContext<LeaveForm>((then) => {
  then();
});

/** React hook: leaves the form for another place. */
export const useLeaveForm = (): LeaveForm => useContext(LeaveFormContext);
