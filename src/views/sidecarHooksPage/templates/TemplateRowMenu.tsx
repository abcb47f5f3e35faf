import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { describeFailure } from '../../../apiError';
import { KebabMenu } from '../../../components/KebabMenu';
import { readAgain } from '../../../data/holders';
import { prefetchAttachForm } from '../../../features/attach/useAttachSidecar';
import { holderNoun } from '../../../features/holders/holderText';
import { useCopyTemplate } from '../../../features/templates/useCopyTemplate';
import { useVmActionList } from '../../../features/vmActions/useVmActionList';
import { useVmDialogs } from '../../../features/vmActions/useVmDialogs';
import { VmActionItems } from '../../../features/vmActions/VmActionItems';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { usePolled } from '../../../k8s/usePolled';
import { loadedData } from '../../../loadable';
import { sourceOf } from '../../../sidecars/objects/templateVm';
import type { TemplateRow, TemplateRowVm } from '../../../sidecars/rows/templateRows';
import { isSharedTemplate } from '../../../sidecars/templates/sharedTemplate';
import { useSidecarTranslation } from '../../../i18n';

/** The actions on the only VM of a template or pool, of which the list has only a projection. */
const OneVmItems = ({ vm, parsed }: TemplateRowVm): ReactElement => {
  const { t } = useSidecarTranslation();
  const { object } = sourceOf(vm);
  const [read] = useState(() => async () => readAgain(vm));
  const { value: full } = usePolled(read, undefined);
  const notRead = full.status === 'failed' ? describeFailure(full.error).message : t('Reading the template');
  const actions = useVmActionList({
    dialogs: useVmDialogs(),
    vm: loadedData(full) ?? vm,
    parsed,
    state: undefined,
    waitReason: isSharedTemplate(object)
      ? t('This template is shared by all projects. Copy it to a project, and change the copy.')
      : full.status === 'loaded'
        ? undefined
        : notRead,
  });
  const copy = useCopyTemplate();
  useEffect(prefetchAttachForm, []);
  return (
    <VmActionItems
      actions={
        isSharedTemplate(object)
          ? [
              ...actions,
              {
                label: t('Copy to a project'),
                does: {
                  kind: 'run',
                  run: () => {
                    // The list has only a projection of it.
                    copy(sourceOf(loadedData(full) ?? vm).object);
                  },
                },
                reason: full.status === 'loaded' ? undefined : notRead,
              },
            ]
          : actions
      }
    />
  );
};

export const TemplateRowMenu = ({ row: { object, vms } }: { row: TemplateRow }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [first, ...others] = vms;
  return (
    <KebabMenu
      label={t('Actions of {{kind}} {{name}}', { kind: holderNoun(t, object), name: object.metadata.name })}
    >
      {first !== undefined && others.length === 0 ? (
        <OneVmItems {...first} />
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
