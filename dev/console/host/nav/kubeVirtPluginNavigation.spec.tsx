import { isNavExtension } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/navigation';
import { describe, expect, it } from 'vitest';
import extensions from '../../../../console-extensions.json';
import { isInPerspective } from '../perspective/inPerspective';
import { KUBE_VIRT_PLUGIN_NAVIGATION } from './kubeVirtPluginNavigation';
import { asList, orderNavItems } from './navItem';

const ours = extensions.filter(
  ({ type, flags }) => type === 'console.navigation/href' && flags?.required !== undefined,
);

describe.each([
  ['admin', 'sidecar-hooks', 'virtualization-settings'],
  [
    'virtualization-perspective',
    'sidecar-hooks-virt-perspective',
    'virtualization-settings-virt-perspective',
  ],
])('in perspective %s', (perspective, id, settings) => {
  it.each([
    ['first', [...ours, ...KUBE_VIRT_PLUGIN_NAVIGATION]],
    ['last', [...KUBE_VIRT_PLUGIN_NAVIGATION, ...ours]],
  ])('shows the page once, behind Settings, when our plugin is loaded %s', (_order, all) => {
    const items = all
      .filter(isNavExtension)
      .filter((extension) => isInPerspective(extension, perspective))
      .filter(({ type }) => type !== 'console.navigation/section')
      .map(({ properties }) => ({
        id: properties.id,
        insertBefore: asList(properties.insertBefore),
        insertAfter: asList(properties.insertAfter),
      }));
    expect(
      orderNavItems(items)
        .map((item) => item.id)
        .slice(-2),
    ).toEqual([settings, id]);
  });
});
