import { t } from '../../findings/finding';

/** What is true of all scripts for preCloudInitIso. */
export const CLOUD_INIT_CAVEATS: readonly string[] = [
  t('Only the first script for preCloudInitIso of a VM runs.'),
  t('The VM needs a cloud-init volume: without one virt-launcher crashes.'),
];
