import type { K8sGroupVersionKind, ResourceActionProvider } from '@openshift-console/dynamic-plugin-sdk';
import { isResourceActionProvider } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/actions';
import { useFlag } from '@openshift-console/dynamic-plugin-sdk/lib/utils/flags';
import type { Extension } from '@openshift/dynamic-plugin-sdk';
import { useResolvedExtensions } from '@openshift/dynamic-plugin-sdk';
import { useCallback } from 'react';
import { actionReference } from './actionReference';

/**
 * Whether the menu of a kind has the host's own actions. As in the console, a plugin's provider for the kind replaces them,
 * and its code is loaded at once. kubevirt-plugin's pages of VMs add the provider's actions to their own menu.
 */
export const useHasOwnMenu = ({ group, version, kind }: K8sGroupVersionKind): boolean => {
  const hasKubeVirtPlugin = (useFlag('KUBEVIRT_VIRTUALIZATION_NAV') as boolean | undefined) === true;
  const reference = actionReference({ version, kind, group });
  const isForKind = useCallback(
    (extension: Extension): extension is ResourceActionProvider =>
      isResourceActionProvider(extension) && actionReference(extension.properties.model) === reference,
    [reference],
  );
  const [providers] = useResolvedExtensions<ResourceActionProvider>(isForKind);
  return providers.length === 0 || (hasKubeVirtPlugin && reference === 'kubevirt.io~v1~VirtualMachine');
};
