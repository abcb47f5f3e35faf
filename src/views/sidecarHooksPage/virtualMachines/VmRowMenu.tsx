import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { DropdownItem, DropdownList } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { prefetchAttachForm } from '../../../features/attach/useAttachSidecar';
import { KebabMenu } from '../../../components/KebabMenu';
import { useVmActionList } from '../../../features/vmActions/useVmActionList';
import { useVmDialogs } from '../../../features/vmActions/useVmDialogs';
import { describeFailure } from '../../../apiError';
import { loadedData } from '../../../loadable';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { useVm } from '../../../data/useVm';
import { useSidecarTranslation } from '../../../i18n';

const VmMenuItems = ({ row }: { row: SidecarVm }): ReactElement => {
  const { t } = useSidecarTranslation();
  const full = useVm(row.vm);
  const actions = useVmActionList({
    ...row,
    dialogs: useVmDialogs(),
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
          tooltipProps={reason === undefined ? undefined : { content: reason }}
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

export const VmRowMenu = ({ row }: { row: SidecarVm }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <KebabMenu label={t('Actions of VM {{name}}', { name: row.vm.metadata.name })}>
      <VmMenuItems row={row} />
    </KebabMenu>
  );
};
