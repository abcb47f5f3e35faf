import type { Loadable } from '../loadable';
import type { SideList } from '../sidecars/rows/objectIndex';

/** @param isAsked whether the list is read at all; otherwise it is empty */
export const sideList = <T>(list: Loadable<T[]>, isAsked: boolean): SideList<T> => {
  if (!isAsked) {
    return [];
  }
  if (list.status === 'failed') {
    return 'missing';
  }
  // An incomplete list would show a running VM as stopped.
  return list.status === 'loading' || list.remaining !== undefined ? 'loading' : list.data;
};
