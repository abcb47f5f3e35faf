/** A namespace without VMs, for the weight of an empty list. */
export const EMPTY_NAMESPACE = 'bench-empty';

export interface MeasuredList {
  name: 'this plugin' | 'SDK hook';
  /** The list of all namespaces. */
  path: string;
  /** The same list without a VM. */
  emptyPath: string;
  /** The text on the page while rows or their states are missing. */
  loading: string;
  filter: string;
  clear: string;
  sort: string;
}

const VMS = 'kubevirt.io~v1~VirtualMachine';

export const LISTS: readonly [MeasuredList, MeasuredList] = [
  {
    name: 'this plugin',
    path: '/k8s/all-namespaces/sidecar-hooks',
    emptyPath: `/k8s/ns/${EMPTY_NAMESPACE}/sidecar-hooks`,
    loading: '[class*="skeleton"], [aria-live] [class*="helper-text"]',
    filter: 'input[aria-label="Filter by name"]',
    clear: 'text=Clear all filters',
    sort: 'Created',
  },
  {
    // The embedded console's generic list: useK8sWatchResource, a filter, sorting and pages.
    name: 'SDK hook',
    path: `/k8s/all-namespaces/${VMS}`,
    emptyPath: `/k8s/ns/${EMPTY_NAMESPACE}/${VMS}`,
    loading: '[class*="skeleton"]',
    filter: 'input[aria-label="Filter by name"]',
    clear: '[aria-label="Reset"]',
    sort: 'Created',
  },
];
