import type { ReactElement } from 'react';
import { useState } from 'react';
import type { HorizontalNavTab } from '@openshift-console/dynamic-plugin-sdk';
import { isHorizontalNavTab, useResolvedExtensions } from '@openshift-console/dynamic-plugin-sdk';
import { Link } from 'react-router';
import { vmTabPath, type VmTab } from '../../components/vmTabPath';
import { useSidecarTranslation } from '../../i18n';
import type { VirtualMachine } from '../../sidecars/resources';

const TAB: VmTab = 'hook-validation';

type Extension = Parameters<typeof isHorizontalNavTab>[0];

const isValidationTab = (extension: Extension): extension is HorizontalNavTab =>
  isHorizontalNavTab(extension) && extension.properties.page.href === TAB;

/** Shows nothing. The console loads the tab's code, as it would when the tab is opened. */
const TabAhead = (): null => {
  useResolvedExtensions(isValidationTab);
  return null;
};

/** Goes to the VM's tab Hook validation, whose code comes when one points at the link. */
export const ValidationLink = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isLikely, setLikely] = useState(false);
  const onIntent = (): void => {
    setLikely(true);
  };
  return (
    <>
      <Link to={vmTabPath(vm, TAB)} onMouseEnter={onIntent} onFocus={onIntent}>
        {t('Check the result and read the hook output')}
      </Link>
      {isLikely ? <TabAhead /> : null}
    </>
  );
};
