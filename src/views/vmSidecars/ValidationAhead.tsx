import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import type { HorizontalNavTab } from '@openshift-console/dynamic-plugin-sdk';
import { isHorizontalNavTab, useResolvedExtensions } from '@openshift-console/dynamic-plugin-sdk';
import { VALIDATION_TAB } from '../../components/vmTabPath';
import { PodModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';

type Extension = Parameters<typeof isHorizontalNavTab>[0];

const isValidationTab = (extension: Extension): extension is HorizontalNavTab =>
  isHorizontalNavTab(extension) && extension.properties.page.href === VALIDATION_TAB;

/** The console loads the tab's code, and asks what its user may do, as when the tab is opened; it keeps both. */
const TabAhead = ({ namespace }: { namespace: string | undefined }): null => {
  useResolvedExtensions(isValidationTab);
  useAccess({ verb: 'create', model: PodModel, namespace, subresource: 'exec' });
  return null;
};

const leadsToTab = ({ target }: Event): boolean =>
  target instanceof Element &&
  target.closest('a')?.getAttribute('href')?.endsWith(`/${VALIDATION_TAB}`) === true;

/**
 * Shows nothing. Loads what the tab Hook validation starts with as soon as the pointer or the focus comes to a link to
 * it: one of ours, or the console's own tab.
 */
export const ValidationAhead = ({ namespace }: { namespace: string | undefined }): ReactElement | null => {
  const [isLikely, setLikely] = useState(false);
  useEffect(() => {
    const look = (event: Event): void => {
      if (leadsToTab(event)) {
        setLikely(true);
      }
    };
    document.addEventListener('pointerover', look);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerover', look);
      document.removeEventListener('focusin', look);
    };
  }, []);
  return isLikely ? <TabAhead namespace={namespace} /> : null;
};
