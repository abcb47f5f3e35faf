import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { describeFailure } from '../../../apiError';
import { KebabMenu } from '../../../components/KebabMenu';
import { readAgain } from '../../../data/holders';
import { prefetchAttachForm } from '../../../features/attach/useAttachSidecar';
import { holderNoun } from '../../../features/holders/holderText';
import { useVmActionList } from '../../../features/vmActions/useVmActionList';
import { useVmDialogs } from '../../../features/vmActions/useVmDialogs';
import { VmActionItems } from '../../../features/vmActions/VmActionItems';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { usePolled } from '../../../k8s/usePolled';
import { loadedData } from '../../../loadable';
import type { TemplateRow, TemplateRowVm } from '../../../sidecars/rows/templateRows';
import { isBaseTemplate } from '../../../sidecars/templates/isBaseTemplate';
import { useSidecarTranslation } from '../../../i18n';

/** The actions on the only VM of a template or pool, of which the list has only a projection. */
const OneVmItems = ({ of: { vm, parsed }, row }: { of: TemplateRowVm; row: TemplateRow }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [read] = useState(() => async () => readAgain(vm));
  const { value: full } = usePolled(read, undefined);
  const notRead = full.status === 'failed' ? describeFailure(full.error).message : t('Reading the template');
  const actions = useVmActionList({
    dialogs: useVmDialogs(),
    vm: loadedData(full) ?? vm,
    parsed,
    state: undefined,
    waitReason: isBaseTemplate(row.object)
      ? t('The operator of OpenShift Virtualization reverts changes of base templates.')
      : full.status === 'loaded'
        ? undefined
        : notRead,
  });
  useEffect(prefetchAttachForm, []);
  return <VmActionItems actions={actions} />;
};

export const TemplateRowMenu = ({ row }: { row: TemplateRow }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { object, vms } = row;
  const [first, ...others] = vms;
  return (
    <KebabMenu
      label={t('Actions of {{kind}} {{name}}', { kind: holderNoun(t, object), name: object.metadata.name })}
    >
      {first !== undefined && others.length === 0 ? (
        <OneVmItems of={first} row={row} />
      ) : (
        // The tab has the actions on each of the VMs.
        <VmActionItems
          actions={[
            {
              label: t('Go to the VMs of the template'),
              does: { kind: 'go', path: vmTabPath(object, 'sidecar-hooks') },
              reason: undefined,
            },
          ]}
        />
      )}
    </KebabMenu>
  );
};
