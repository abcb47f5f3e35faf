// The SDK chose the file's place and name.
export { HorizontalNav as HorizontalNavFacade } from '../../../../details/HorizontalNav';
