import { lazyVmTab } from '../../components/vmTab/lazyVmTab';

const { Part, prefetch, onPress } = lazyVmTab(
  async () => (await import(/* webpackChunkName: "tab-sidecar-hooks" */ './VmSidecarsTab')).VmSidecarsTab,
  async () => import(/* webpackChunkName: "tab-sidecar-hooks" */ '../../components/vmTab/readVmTabAhead'),
);

export { onPress, prefetch };
export default Part;
