import type { ExtensionK8sKindVersionModel } from '@openshift-console/dynamic-plugin-sdk';

/** As an action provider names its model; the console's name of the core group is `core`. */
export const actionReference = ({ group = '', version, kind }: ExtensionK8sKindVersionModel): string =>
  `${group === 'core' ? '' : group}~${version}~${kind}`;
