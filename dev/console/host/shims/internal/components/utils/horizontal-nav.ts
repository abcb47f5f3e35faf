// The SDK requires this path.
export { HorizontalNav as HorizontalNavFacade } from '../../../../details/HorizontalNav';
