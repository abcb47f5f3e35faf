import { featureGatePath } from '../../../features/gate/featureGatePath';
import { useCopyConfigMap } from '../../../features/copyConfigMap/useCopyConfigMap';
import { useRestartVm } from '../../../features/restart/useRestartVm';
import { useMayRestartVm } from '../../../k8s/useAccess';
import type { VmSidecars } from '../../../data/useVmSidecars';
import type { Finding } from '../../../sidecars/checks/check';
import type { CureAction } from '../../../sidecars/diagnosis/diagnosisModel';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';
import type { Cure } from './DiagnosisAlert';
import { usePodCure } from './usePodCure';
import { useScriptCures } from './useScriptCures';
import { useVmCures } from './useVmCures';
import type { Diagnosed } from '../../../sidecars/diagnosis/withoutRepeats';

interface CuresInput {
  vm: VirtualMachine;
  sidecars: VmSidecars;
  isVmReadOnly: boolean;
  /** Undefined for a finding without a fix that the user may apply. */
  fixOf: (finding: Finding) => (() => void) | undefined;
}

/** React hook: what the user can do about a finding of the diagnosis, best first. */
export const useCures = ({
  vm,
  sidecars,
  isVmReadOnly,
  fixOf,
}: CuresInput): ((diagnosed: Diagnosed) => Cure[]) => {
  const { t } = useSidecarTranslation();
  const { namespace = '' } = vm.metadata;
  const restart = useRestartVm();
  const mayRestart = useMayRestartVm(vm.metadata) === 'allowed';
  const podCure = usePodCure(namespace, sidecars);
  const scriptCures = useScriptCures(vm, sidecars);
  const vmCures = useVmCures(vm, sidecars.parsed);
  const copyAction = useCopyConfigMap(vm, sidecars.parsed);

  const restartCure: Cure | undefined =
    mayRestart && sidecars.state.needsRestart === true
      ? {
          label: t('Restart VM'),
          run: () => {
            restart(vm);
          },
        }
      : undefined;

  const cureOf = (action: CureAction): Cure | undefined => {
    switch (action.kind) {
      case 'enableGate':
        return { label: t('Go to the feature gate'), path: featureGatePath(namespace) };
      case 'editScript':
        return scriptCures.edit(action.configMap, action.key, action.line);
      case 'createScript':
        return scriptCures.create(action.configMap);
      case 'restart':
        return restartCure;
      case 'freePod':
        return podCure(action.pod);
      case 'editSidecars':
        return isVmReadOnly ? undefined : vmCures.editSidecar(action.index);
      case 'removeAnnotation':
        return isVmReadOnly ? undefined : vmCures.removeAnnotation();
      case 'moveAnnotation':
        return isVmReadOnly ? undefined : vmCures.moveAnnotation();
      case 'removeVolume':
        return isVmReadOnly ? undefined : vmCures.removeVolume(action.volume);
    }
  };

  return ({ finding: { cure, cause }, checks }) => {
    const [fix] = checks.flatMap((check): Cure[] => {
      // The cure does the same and has the better label.
      const run = check.fix?.kind === cure?.kind ? undefined : fixOf(check);
      return run === undefined ? [] : [{ label: t('Fix it'), run }];
    });
    const own = cure && cureOf(cure);
    return [
      cause === 'gate' || cure?.kind === 'restart' ? undefined : restartCure,
      fix,
      // The fix prevents a repetition, but an existing pod must still be deleted.
      fix === undefined || cure?.kind === 'freePod' ? own : undefined,
      cure?.kind === 'createScript' ? copyAction(cure.configMap) : undefined,
    ].filter((one) => one !== undefined);
  };
};
