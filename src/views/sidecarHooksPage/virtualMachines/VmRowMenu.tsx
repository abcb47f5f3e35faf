import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { prefetchAttachForm } from '../../../features/attach/useAttachSidecar';
import { KebabMenu } from '../../../components/KebabMenu';
import { VmActionItems } from '../../../features/vmActions/VmActionItems';
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
  useEffect(prefetchAttachForm, []);
  return <VmActionItems actions={actions} />;
};

export const VmRowMenu = ({ row }: { row: SidecarVm }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <KebabMenu label={t('Actions of VM {{name}}', { name: row.vm.metadata.name })}>
      <VmMenuItems row={row} />
    </KebabMenu>
  );
};
