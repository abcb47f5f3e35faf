import { notOffered } from '../../../../NotOffered';

export default notOffered('ListPageFilter');
