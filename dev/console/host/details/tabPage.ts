import type {
  HorizontalNavTab,
  K8sGroupVersionKind,
  PageComponentProps,
} from '@openshift-console/dynamic-plugin-sdk';
import type { ComponentType } from 'react';

/** A tab of the page itself, as the SDK's `HorizontalNav` accepts it. */
export interface TabPage {
  name: string;
  href?: string;
  path?: string;
  component: ComponentType<PageComponentProps>;
}

/** A plugin's tab shows for exactly its group, version and kind. */
export const isTabFor = (
  { properties: { model } }: HorizontalNavTab,
  { group, version, kind }: K8sGroupVersionKind,
): boolean => (model.group ?? '') === (group ?? '') && model.version === version && model.kind === kind;
