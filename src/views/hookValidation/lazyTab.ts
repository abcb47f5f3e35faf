import { lazyVmTab } from '../../components/vmTab/lazyVmTab';

const { Part, prefetch, onPress } = lazyVmTab(
  async () =>
    (await import(/* webpackChunkName: "tab-hook-validation" */ './HookValidationTab')).HookValidationTab,
  async () => import(/* webpackChunkName: "tab-hook-validation" */ '../../components/vmTab/readVmTabAhead'),
);

export { onPress, prefetch };
export default Part;
