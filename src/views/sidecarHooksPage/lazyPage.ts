import { lazyPart } from '../../components/lazyPart/lazyPart';

// The console tries once to load the module of a page, and shows its error page then.
export default lazyPart<object>(
  'page',
  async () => (await import(/* webpackChunkName: "page-hook-sidecars" */ './SidecarHooksPage')).default,
).Part;
