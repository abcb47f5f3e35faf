import { useAttachSidecar } from '../../../features/attach/useAttachSidecar';
import { featureGatePath } from '../../../features/gate/featureGatePath';
import { useRestartVm } from '../../../features/restart/useRestartVm';
import { useScriptForm, type ScriptFormOptions } from '../../../features/script/form/useScriptForm';
import { loadedData } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess, useMayRestartVm } from '../../../k8s/useAccess';
import type { VmSidecars } from '../../../data/useVmSidecars';
import { sidecarsIn, type ParsedSidecars } from '../../../sidecars/annotation/annotation';
import type { Finding } from '../../../sidecars/checks/check';
import type { CureAction } from '../../../sidecars/diagnosis/diagnosisModel';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { hookPointOf } from '../../../sidecars/annotation/sidecar';
import { listHookScripts } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';
import { useVmEdit } from '../edits/useVmEdit';
import { moveAnnotation, removeAnnotation, removeVolume } from '../../../sidecars/plans/vmEdit';
import type { Cure } from './DiagnosisAlert';
import { usePodCure } from './usePodCure';
import type { Diagnosed } from '../../../sidecars/diagnosis/withoutRepeats';

/** The name and key by which the sidecar refers to the missing script. */
const wantedScript = (parsed: ParsedSidecars, name: string): ScriptFormOptions['wanted'] => {
  const sidecar = sidecarsIn(parsed).find(({ configMap }) => configMap?.name === name);
  return { name, key: sidecar?.configMap?.key, hookPoint: sidecar && hookPointOf(sidecar) };
};

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
  sidecars: { parsed, state, configMaps, pods },
  isVmReadOnly,
  fixOf,
}: CuresInput): ((diagnosed: Diagnosed) => Cure[]) => {
  const { t } = useSidecarTranslation();
  const attach = useAttachSidecar();
  const openScript = useScriptForm();
  const restart = useRestartVm();
  const ask = useVmEdit();
  const podCure = usePodCure(vm.metadata.namespace ?? '', { pods });
  const { namespace = '' } = vm.metadata;
  const configMapAccess = { model: ConfigMapModel, namespace };
  const mayCreate = useAccess({ ...configMapAccess, verb: 'create' }) === 'allowed';
  const mayRestart = useMayRestartVm(vm.metadata) === 'allowed';

  const restartCure: Cure[] =
    mayRestart && state.needsRestart === true
      ? [
          {
            label: t('Restart VM'),
            run: () => {
              restart(vm);
            },
          },
        ]
      : [];

  const editScript = (configMapName: string, key: string, line?: number): Cure[] => {
    const configMap = loadedData(configMaps)?.get(configMapName);
    const script = configMap && listHookScripts([configMap], [vm]).find((one) => one.key === key);
    return script === undefined
      ? []
      : [
          {
            label:
              line === undefined
                ? t('Edit script {{entry}}', { entry: key })
                : t('Edit script {{entry}} at line {{line}}', { entry: key, line }),
            run: () => {
              // Other VMs may use the script too: the form lists them.
              openScript({ namespace, script: { ...script, users: undefined }, line });
            },
          },
        ];
  };

  const vmEdit = (cure: Cure): Cure[] => (isVmReadOnly ? [] : [cure]);

  const cureOf = (action: CureAction): Cure[] => {
    switch (action.kind) {
      case 'enableGate':
      case 'repairHcoAnnotation':
        return [{ label: t('Go to the feature gate'), path: featureGatePath(namespace) }];
      case 'editScript':
        return editScript(action.configMap, action.key, action.line);
      case 'createScript':
        return mayCreate
          ? [
              {
                label: t('Create hook script'),
                run: () => {
                  openScript({ namespace, wanted: wantedScript(parsed, action.configMap) });
                },
              },
            ]
          : [];
      case 'editSidecars': {
        const { index } = action;
        const count = sidecarsIn(parsed).length;
        const known = index ?? (count === 1 ? 0 : undefined);
        return known === undefined || known >= count
          ? []
          : vmEdit({
              label: t('Edit sidecar {{number}}', { number: known + 1 }),
              run: () => {
                attach(vm, known);
              },
            });
      }
      case 'removeAnnotation':
        return vmEdit({
          label: t('Remove the annotation'),
          run: () => {
            ask({
              vm,
              edit: removeAnnotation,
              title: t('Remove the annotation?'),
              submitLabel: t('Remove'),
              explanation: [
                t('Its content is lost, and the VM starts without hook sidecars. The scripts are kept.'),
              ],
              danger: true,
            });
          },
        });
      case 'moveAnnotation':
        return vmEdit({
          label: t('Move the annotation'),
          run: () => {
            ask({
              vm,
              edit: moveAnnotation,
              title: t('Move the annotation?'),
              submitLabel: t('Move'),
              explanation: [t('KubeVirt reads it on the template only.')],
            });
          },
        });
      case 'restart':
        return restartCure;
      case 'removeVolume': {
        const edit = removeVolume(action.volume);
        return edit(vm) === undefined
          ? []
          : vmEdit({
              label: t('Remove the volume'),
              run: () => {
                ask({
                  vm,
                  edit,
                  title: t('Remove the volume?'),
                  submitLabel: t('Remove'),
                  explanation: [
                    t('The sidecar gets its script without it. The disk is gone when the VM starts next.'),
                  ],
                });
              },
            });
      }
      case 'freePod':
        return podCure(action.pod);
    }
  };

  return ({ finding: { cure, cause }, checks }) => {
    const fixes = checks.flatMap((check): Cure[] => {
      // The cure does the same and has the better label.
      const run = check.fix?.kind === cure?.kind ? undefined : fixOf(check);
      return run === undefined ? [] : [{ label: t('Fix it'), run }];
    });
    const own = cure === undefined ? [] : cureOf(cure);
    // The fix prevents a repetition, but an existing pod must still be deleted.
    const edits = fixes.length === 0 ? own : [...fixes.slice(0, 1), ...(cure?.kind === 'freePod' ? own : [])];
    return cause === 'gate' || cure?.kind === 'restart' ? edits : [...restartCure, ...edits];
  };
};
