import type { ReactElement } from 'react';
import { useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useBulkWizard } from '../../../features/bulk/useBulkWizard';
import type { BulkAction } from '../../../sidecars/plans/bulk/bulkPlan';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { useSidecarTranslation } from '../../../i18n';

const ACTIONS: Record<BulkAction['kind'], (t: TFunction) => string> = {
  attach: (t) => t('Attach hook script'),
  detach: (t) => t('Detach hook script'),
  version: (t) => t('Change version'),
  restart: (t) => t('Restart'),
};

/** The menu of what can be done with the selected VMs. */
export const BulkActions = ({ selected }: { selected: readonly SidecarVm[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isOpen, setOpen] = useState(false);
  const open = useBulkWizard();
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      shouldFocusToggleOnSelect
      onSelect={() => {
        setOpen(false);
      }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={isOpen}
          isDisabled={selected.length === 0}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {t('Actions')}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {(Object.keys(ACTIONS) as BulkAction['kind'][]).map((kind) => (
          <DropdownItem
            key={kind}
            onClick={() => {
              open(kind, selected);
            }}
          >
            {ACTIONS[kind](t)}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};
