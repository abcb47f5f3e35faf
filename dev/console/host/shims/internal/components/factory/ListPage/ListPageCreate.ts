import { ListPageCreate } from '../../../../../listPage/ListPageCreate';

export { ListPageCreateButton } from '../../../../../listPage/ListPageCreateButton';
export { ListPageCreateDropdown } from '../../../../../listPage/ListPageCreateDropdown';
export { ListPageCreateLink } from '../../../../../listPage/ListPageCreateLink';
export default ListPageCreate;
