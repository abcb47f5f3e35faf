import type { FunctionComponent } from 'react';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { lazyPart, type LazyPart } from '../../components/lazyPart/lazyPart';

interface VmTabProps {
  /** The console's name for the object of its page. */
  obj: VirtualMachine;
}

interface LazyVmTab extends LazyPart<VmTabProps> {
  /** Reads ahead what the tab shows. */
  onPress: (path: string) => void;
}

/**
 * A tab of the console's page of a VM, whose code comes when the tab is shown, or is about to be: kubevirt-plugin's page loads
 * the tabs of all plugins, whichever is shown.
 *
 * @param loadAhead imports what reads ahead for the tab at a path, with the code of the tab
 */
export const lazyVmTab = (
  load: () => Promise<FunctionComponent<VmTabProps>>,
  loadAhead: () => Promise<(path: string) => Promise<void>>,
): LazyVmTab => ({
  ...lazyPart('page', load),
  onPress: (path) => {
    loadAhead()
      .then(async (readAhead) => readAhead(path))
      // What does not come is told where the tab is.
      .catch(() => undefined);
  },
});
