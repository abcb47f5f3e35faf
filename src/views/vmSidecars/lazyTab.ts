import { lazyVmTab } from '../../features/vmTab/lazyVmTab';

const { Part, prefetch, onPress } = lazyVmTab(
  async () => (await import(/* webpackChunkName: "tab-sidecar-hooks" */ './VmSidecarsTab')).VmSidecarsTab,
  async () => (await import(/* webpackChunkName: "tab-sidecar-hooks" */ './readTabAhead')).readTabAhead,
);

export { onPress, prefetch };
export default Part;
