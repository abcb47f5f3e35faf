import { notOffered } from '../../../../../NotOffered';

export const StatusPopupSection = notOffered('StatusPopupSection');
export default notOffered('StatusPopupItem');
