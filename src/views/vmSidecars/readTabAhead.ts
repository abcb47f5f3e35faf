import { readVmTabAhead } from '../../components/vmTab/readVmTabAhead';
import { vmOfTabPath } from '../../components/vmTab/vmTabPath';

/** Reads what the tab at this path begins with. Rejects with HttpError. */
export const readTabAhead = async (path: string): Promise<void> => {
  const vm = vmOfTabPath(path);
  if (vm !== undefined) {
    await readVmTabAhead(vm);
  }
};
