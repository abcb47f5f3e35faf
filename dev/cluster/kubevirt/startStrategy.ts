import type { VirtualMachineInstance } from '../../../src/sidecars/objects/resources';

export const PAUSED = 'Paused';

/** Whether an instance's guest waits until somebody lets it run. */
export const startsPaused = ({ spec }: VirtualMachineInstance): boolean => spec.startStrategy === PAUSED;
