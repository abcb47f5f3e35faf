import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useNavigate } from 'react-router';
import { prefetchAttachForm } from '../../../components/attachForm/useAttachSidecar';
import { useVmActionList } from '../../../components/vmActions/useVmActionList';
import { describeFailure } from '../../../k8s/apiError';
import { loadedData } from '../../../k8s/loadable';
import type { SidecarVm } from '../../../k8s/useSidecarVms';
import { useVm } from '../../../k8s/useVm';
import { useSidecarTranslation } from '../../../i18n';

/** Apart from the menu, so that what the user may do is asked only when it opens. */
const VmMenuItems = ({ row }: { row: SidecarVm }): ReactElement => {
  const { t } = useSidecarTranslation();
  const full = useVm(row.vm.metadata);
  const actions = useVmActionList({
    ...row,
    vm: loadedData(full) ?? row.vm,
    waitReason:
      full.status === 'loaded'
        ? undefined
        : full.status === 'loading'
          ? t('Reading the VM')
          : describeFailure(full.error).message,
  });
  const navigate = useNavigate();
  useEffect(prefetchAttachForm, []);
  return (
    <DropdownList>
      {actions.map(({ id, label, does, reason }) => (
        <DropdownItem
          key={id}
          value={id}
          isAriaDisabled={reason !== undefined}
          {...(reason === undefined ? {} : { tooltipProps: { content: reason } })}
          onClick={() => {
            if (does.kind === 'run') {
              does.run();
            } else {
              void navigate(does.path);
            }
          }}
        >
          {label}
        </DropdownItem>
      ))}
    </DropdownList>
  );
};

/** The menu at the end of a VM's row. A page has a hundred of them: a closed one is a button and no more. */
export const VmRowMenu = ({ row }: { row: SidecarVm }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  return (
    <>
      {/* Beside the menu, not inside: the button stays the same one, and keeps the focus, when the menu comes. */}
      <MenuToggle
        ref={toggle}
        variant="plain"
        icon={<EllipsisVIcon />}
        isExpanded={isOpen}
        aria-label={t('Actions of VM {{name}}', { name: row.vm.metadata.name })}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      />
      {isOpen ? (
        <Dropdown
          isOpen
          onSelect={() => {
            setIsOpen(false);
          }}
          onOpenChange={setIsOpen}
          popperProps={{ position: 'right' }}
          toggle={{ toggleNode: null, toggleRef: toggle }}
        >
          <VmMenuItems row={row} />
        </Dropdown>
      ) : null}
    </>
  );
};
