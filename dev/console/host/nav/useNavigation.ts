import type { NavExtension } from '@openshift-console/dynamic-plugin-sdk';
import {
  isHrefNavItem,
  isNavExtension,
  isNavSection,
  isResourceNavItem,
  isResourceNSNavItem,
  isSeparator,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/navigation';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useFlag } from '@openshift-console/dynamic-plugin-sdk/lib/utils/flags';
import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelector } from 'react-redux';
import { useLocation } from 'react-router';
import { namespacePrefix } from '../namespace/namespacePath';
import { useActiveNamespace } from '../namespace/useActiveNamespace';
import { isInPerspective } from '../perspective/inPerspective';
import { useActivePerspective } from '../perspective/useActivePerspective';
import { translateLabel } from '../plugins/translateLabel';
import { listPath, urlName } from '../resource/resourcePath';
import type { HostState } from '../store/store';
import { HOST_LINKS, HOST_SECTIONS } from './hostNavigation';
import { KUBE_VIRT_PLUGIN_NAVIGATION } from './kubeVirtPluginNavigation';
import type { NavLink, NavSectionItem } from './navItem';
import { asList, orderNavItems } from './navItem';

export interface Navigation {
  sections: { section: NavSectionItem; links: NavLink[] }[];
  topLevel: NavLink[];
}

interface ModelMap {
  get: (key: string) => K8sModel | undefined;
}

/** The part of a path after its namespace, to compare with an entry's `startsWith`. */
const pageOf = (path: string): string => path.replace(/^\/k8s\/(?:ns\/[^/]+|all-namespaces|cluster)\//, '');

const isWithin = (path: string, start: string): boolean => path === start || path.startsWith(`${start}/`);

/** The navigation for the current location: the entries of the host and of the plugins, ordered. */
export const useNavigation = (): Navigation => {
  const extensions = useExtensions<NavExtension>(isNavExtension);
  const hasVirtualization = useFlag('KUBEVIRT_VIRTUALIZATION_NAV') as boolean | undefined;
  const [perspective] = useActivePerspective();
  const [namespace] = useActiveNamespace();
  const { pathname } = useLocation();
  const { t } = useTranslation();
  const models = useSelector(({ k8s }: HostState) => k8s.getIn(['RESOURCES', 'models']) as ModelMap);

  return useMemo(() => {
    // kubevirt-plugin's entries are last, so that a plugin's entry without a position comes first, as in such a console.
    const all = [
      ...HOST_SECTIONS,
      ...HOST_LINKS,
      ...extensions,
      ...(hasVirtualization === true ? KUBE_VIRT_PLUGIN_NAVIGATION : []),
    ]
      .filter(isNavExtension)
      .filter((extension) => isInPerspective(extension, perspective))
      .map((extension) => ({
        extension,
        id: extension.properties.id,
        section: 'section' in extension.properties ? extension.properties.section : undefined,
        insertBefore: asList(extension.properties.insertBefore),
        insertAfter: asList(extension.properties.insertAfter),
      }));
    const page = pageOf(pathname);

    const linkOf = (extension: NavExtension): NavLink[] => {
      const { properties } = extension;
      const common = { id: properties.id, dataAttributes: properties.dataAttributes ?? {}, separator: false };
      if (isSeparator(extension)) {
        return [{ ...common, name: '', href: '', isActive: false, separator: true }];
      }
      if (isHrefNavItem(extension)) {
        const { href, namespaced, prefixNamespaced, startsWith = [], name } = extension.properties;
        const path =
          prefixNamespaced === true
            ? `${namespacePrefix(namespace)}/${href}`
            : namespaced === true
              ? `${href}${namespacePrefix(namespace).replace('/k8s', '')}`
              : href;
        const starts = [href, ...startsWith].map((start) => start.replace(/^\//, ''));
        const isActive =
          pathname === path ||
          starts.some((start) => isWithin(page, start) || isWithin(pathname.slice(1), start));
        return [{ ...common, name: translateLabel(t, name), href: path, isActive }];
      }
      if (isResourceNavItem(extension)) {
        const { group, version, kind } = extension.properties.model;
        const model = models.get(group === '' || group === 'core' ? kind : `${group}~${version}~${kind}`);
        return model === undefined
          ? []
          : [
              {
                ...common,
                name: translateLabel(t, extension.properties.name ?? model.labelPlural),
                href: isResourceNSNavItem(extension) ? listPath(model, namespace) : listPath(model),
                isActive: isWithin(page, urlName(model)),
              },
            ];
      }
      return [];
    };

    const sections = all.filter(({ extension }) => isNavSection(extension));
    const linksOf = (id: string | undefined): NavLink[] =>
      orderNavItems(all.filter((item) => !sections.includes(item) && item.section === id)).flatMap(
        ({ extension }) => linkOf(extension),
      );
    return {
      sections: orderNavItems(sections)
        .map(({ id, extension: { properties } }) => ({
          section: {
            id,
            name:
              'name' in properties && properties.name !== undefined
                ? translateLabel(t, properties.name)
                : undefined,
            dataAttributes: properties.dataAttributes ?? {},
          },
          links: linksOf(id),
        }))
        .filter((entry) => entry.links.length > 0),
      topLevel: linksOf(undefined),
    };
  }, [extensions, hasVirtualization, namespace, pathname, perspective, t, models]);
};
