import type { ExtensionK8sKindVersionModel } from '@openshift-console/dynamic-plugin-sdk';

/** A model's reference in action providers. The console calls the core group `core`. */
export const actionReference = ({ group = '', version, kind }: ExtensionK8sKindVersionModel): string =>
  `${group === 'core' ? '' : group}~${version}~${kind}`;
