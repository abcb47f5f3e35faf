import { notOffered } from '../../../../../NotOffered';

export const InventoryItemTitle = notOffered('InventoryItemTitle');
export const InventoryItemBody = notOffered('InventoryItemBody');
export const InventoryItemStatus = notOffered('InventoryItemStatus');
export const InventoryItemLoading = notOffered('InventoryItemLoading');
export default notOffered('InventoryItem');
