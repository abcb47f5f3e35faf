import { readVmTabAhead } from '../../features/vmTab/readVmTabAhead';
import { vmOfTabPath } from '../../features/vmTab/vmTabPath';

/** Reads what the tab at this path begins with. Rejects with HttpError. */
export const readTabAhead = async (path: string): Promise<void> => {
  const vm = vmOfTabPath(path);
  if (vm !== undefined) {
    await readVmTabAhead(vm);
  }
};
