import { lazyPart } from '../../components/lazyPart/lazyPart';

// The console loads the module of a page only once and then shows its error page, so the module must be small.
export default lazyPart<object>(
  'page',
  async () => (await import(/* webpackChunkName: "page-workbench" */ './WorkbenchPage')).default,
).Part;
