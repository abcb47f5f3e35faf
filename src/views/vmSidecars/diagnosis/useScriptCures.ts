import { workbenchPath } from '../../../features/script/workbenchPath';
import { loadedData } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import type { VmSidecars } from '../../../data/useVmSidecars';
import { sidecarsIn } from '../../../sidecars/annotation/annotation';
import { hookPointOf } from '../../../sidecars/annotation/sidecar';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';
import type { Cure } from './DiagnosisAlert';

interface ScriptCures {
  edit: (configMap: string, key: string, line?: number) => Cure | undefined;
  create: (configMap: string) => Cure | undefined;
}

/** React hook: offers to edit a VM's scripts, or to create one that is missing. */
export const useScriptCures = (
  vm: VirtualMachine,
  { parsed, configMaps }: Pick<VmSidecars, 'parsed' | 'configMaps'>,
): ScriptCures => {
  const { t } = useSidecarTranslation();
  const { namespace = '' } = vm.metadata;
  const mayCreate = useAccess({ verb: 'create', model: ConfigMapModel, namespace }) === 'allowed';
  return {
    edit: (name, key, line) => {
      const configMap = loadedData(configMaps)?.get(name);
      return configMap?.data?.[key] === undefined && configMap?.binaryData?.[key] === undefined
        ? undefined
        : {
            label:
              line === undefined
                ? t('Edit script {{entry}}', { entry: key })
                : t('Edit script {{entry}} at line {{line}}', { entry: key, line }),
            path: workbenchPath({ namespace, configMap: name, key, line }),
          };
    },
    create: (name) => {
      // The sidecar says under which key it refers to the missing script.
      const sidecar = sidecarsIn(parsed).find(({ configMap }) => configMap?.name === name);
      const wanted = { name, key: sidecar?.configMap?.key, hookPoint: sidecar && hookPointOf(sidecar) };
      return mayCreate
        ? {
            label: t('Create hook script'),
            path: workbenchPath({ namespace, wanted }),
          }
        : undefined;
    },
  };
};
