import { ListPageHeader } from '../../../../../listPage/ListPageHeader';

export default ListPageHeader;
