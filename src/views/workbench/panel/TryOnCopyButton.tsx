import type { ReactElement } from 'react';
import { Button } from '@patternfly/react-core';
import { FailureAlert } from '../../../components/FailureAlert';
import { prefetchTrialStart, useTrialStart } from '../../../features/trialStart/useTrialStart';
import { VirtualMachineModel } from '../../../k8s/models';
import { getObject } from '../../../k8s/read';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { withScript } from '../../../sidecars/plans/attach/withScript';
import type { ScriptValues } from '../../../sidecars/plans/script/scriptValues';
import { useSidecarTranslation } from '../../../i18n';
import { useSaving } from '../useSaving';

export interface TriedScript {
  namespace: string;
  values: ScriptValues;
  kubevirtVersion: string | undefined;
}

interface TryOnCopyButtonProps {
  script: TriedScript;
  vmName: string;
}

/** Starts a paused copy of a VM with the text in the editor, after asking. */
export const TryOnCopyButton = ({
  script: { namespace, values, kubevirtVersion },
  vmName,
}: TryOnCopyButtonProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const tryOnCopy = useTrialStart();
  const { isPending, error, save: run } = useSaving();
  const open = async (): Promise<void> => {
    // Lists have only a projection.
    const vm = await getObject<VirtualMachine>(VirtualMachineModel, namespace, vmName);
    const { name: configMap, key, hookPoint, text } = values;
    tryOnCopy({
      vm,
      sidecars: withScript(vm, { configMap, key, hookPoint }, kubevirtVersion),
      texts: [{ configMap, key, text }],
    });
  };
  return (
    <>
      <Button
        variant="link"
        isInline
        isLoading={isPending}
        aria-label={t('Try on a copy of {{name}}', { name: vmName })}
        onMouseEnter={prefetchTrialStart}
        onFocus={prefetchTrialStart}
        onClick={() => void run(open)}
      >
        {t('Try on a copy')}
      </Button>
      {error === undefined ? null : (
        <FailureAlert error={error} title={t('VM {{name}} could not be read', { name: vmName })} />
      )}
    </>
  );
};
