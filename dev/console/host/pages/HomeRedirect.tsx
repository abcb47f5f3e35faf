import type { HrefNavItem } from '@openshift-console/dynamic-plugin-sdk';
import { isHrefNavItem } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/navigation';
import { useExtensions, usePluginInfo } from '@openshift/dynamic-plugin-sdk';
import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import { namespacePrefix } from '../namespace/namespacePath';
import { useActiveNamespace } from '../namespace/useActiveNamespace';
import { LoadingPage } from './LoadingPage';

/** Opens the plugin's page; without the plugin, the list of VMs. */
export const HomeRedirect = (): ReactElement => {
  const links = useExtensions<HrefNavItem>(isHrefNavItem);
  const plugins = usePluginInfo();
  const [namespace] = useActiveNamespace();
  const first = links.find(({ properties }) => properties.prefixNamespaced === true);
  if (first !== undefined) {
    return <Navigate replace to={`${namespacePrefix(namespace)}/${first.properties.href}`} />;
  }
  if (plugins.some(({ status }) => status === 'failed')) {
    return <Navigate replace to={`${namespacePrefix(namespace)}/kubevirt.io~v1~VirtualMachine`} />;
  }
  return <LoadingPage />;
};
