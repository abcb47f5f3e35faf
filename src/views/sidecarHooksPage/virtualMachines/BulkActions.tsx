import type { ReactElement } from 'react';
import { useState } from 'react';
import { Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useBulkWizard } from '../../../features/bulk/useBulkWizard';
import { commitFormatText } from '../../../features/managers/commitFormatText';
import { COMMIT_FORMATS, exportChanges } from '../../../features/managers/exportChanges';
import { SIDECARS_ANNOTATION } from '../../../sidecars/annotation/constants';
import { pointer } from '../../../sidecars/json/jsonPointer';
import { templateAnnotation } from '../../../sidecars/objects/vm';
import type { Committable } from '../../../sidecars/plans/committable';
import type { BulkAction } from '../../../sidecars/plans/bulk/bulkPlan';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { useSidecarTranslation } from '../../../i18n';

const ACTIONS: Record<BulkAction['kind'], (t: TFunction) => string> = {
  attach: (t) => t('Attach hook script'),
  detach: (t) => t('Detach hook script'),
  version: (t) => t('Change version'),
  restart: (t) => t('Restart'),
};

/** What is attached to the VMs, as changes of VMs to which nothing is. */
const attachedTo = (rows: readonly SidecarVm[]): Committable[] =>
  rows.flatMap(({ vm }) => {
    const value = templateAnnotation(vm);
    const path = pointer('spec', 'template', 'metadata', 'annotations', SIDECARS_ANNOTATION);
    return value === undefined ? [] : [{ object: vm, operations: [{ op: 'add', path, value }] }];
  });

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
      <DropdownGroup>
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
      </DropdownGroup>
      <DropdownGroup label={t('Export the hook sidecars to commit them')}>
        <DropdownList>
          {COMMIT_FORMATS.map((format) => (
            <DropdownItem
              key={format}
              onClick={() => {
                void exportChanges(format, attachedTo(selected));
              }}
            >
              {commitFormatText(t, format)}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
    </Dropdown>
  );
};
