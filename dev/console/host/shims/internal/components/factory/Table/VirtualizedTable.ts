import { notOffered } from '../../../../NotOffered';

export const TableData = notOffered('TableData');
export default notOffered('VirtualizedTable');
