import { lazyVmTab } from '../../features/vmTab/lazyVmTab';

const { Part, prefetch, onPress } = lazyVmTab(
  async () =>
    (await import(/* webpackChunkName: "tab-hook-validation" */ './HookValidationTab')).HookValidationTab,
  async () => (await import(/* webpackChunkName: "tab-hook-validation" */ './readTabAhead')).readTabAhead,
);

export { onPress, prefetch };
export default Part;
