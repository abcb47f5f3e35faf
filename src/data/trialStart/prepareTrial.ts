import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { isNotFound } from '../../apiError';
import { askAccess } from '../../k8s/askAccess';
import { ConfigMapModel, PodModel, VirtualMachineInstanceModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import type { AccessQuestion } from '../../k8s/useAccess';
import type { ConfigMapSource, Sidecar } from '../../sidecars/annotation/sidecar';
import type { ConfigMap, KubeVirt, VirtualMachine } from '../../sidecars/objects/resources';
import { sidecarsOfVm } from '../../sidecars/objects/vm';
import { findScript } from '../../sidecars/scripts/findScript';
import { planTrial, type PlannedTrial } from '../../sidecars/trialStart/trialPlan';
import { readExpandedVm } from '../readExpandedVm';
import { readKubeVirt } from '../readKubeVirt';
import { firmwareUuid } from './firmwareUuid';

export interface TrialRequest {
  vm: VirtualMachine;
  /** Not saved yet; else those of the VM. */
  sidecars?: readonly Sidecar[];
  /** Scripts that are not saved yet. */
  texts?: readonly { configMap: string; key: string; text: string }[];
}

const RIGHTS: readonly Pick<AccessQuestion, 'verb' | 'model' | 'subresource'>[] = [
  { verb: 'create', model: ConfigMapModel },
  { verb: 'delete', model: ConfigMapModel },
  { verb: 'create', model: VirtualMachineInstanceModel },
  { verb: 'list', model: VirtualMachineInstanceModel },
  { verb: 'delete', model: VirtualMachineInstanceModel },
  { verb: 'list', model: PodModel },
  { verb: 'get', model: PodModel, subresource: 'log' },
];

/** What the user may not do, but a trial start must: `create configmaps`, `get pods/log`. */
const missingRights = async (namespace: string | undefined): Promise<string[]> => {
  const answers = await Promise.all(RIGHTS.map(async (right) => askAccess({ ...right, namespace })));
  return RIGHTS.filter((_, index) => answers[index] === false).map(
    ({ verb, model: { plural }, subresource }) =>
      `${verb} ${plural}${subresource === undefined ? '' : `/${subresource}`}`,
  );
};

const readConfigMap = async (namespace: string | undefined, name: string): Promise<ConfigMap | undefined> => {
  try {
    return await getObject<ConfigMap & K8sResourceCommon>(ConfigMapModel, namespace, name);
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
};

export interface PreparedTrial {
  planned: PlannedTrial;
  /** What the user may not do, but must. */
  missing: readonly string[];
  /** The ConfigMaps of the hooks, by name. */
  configMaps: ReadonlyMap<string, ConfigMap>;
  kubevirt: KubeVirt | undefined;
}

/** Reads what a trial start needs, and plans its objects. Creates nothing. Rejects with HttpError. */
export const prepareTrial = async ({ vm, sidecars, texts = [] }: TrialRequest): Promise<PreparedTrial> => {
  const { namespace, name } = vm.metadata;
  const isComplete = vm.spec.instancetype === undefined && vm.spec.preference === undefined;
  const expanded = isComplete ? vm : await readExpandedVm(vm.metadata);
  const list = sidecars ?? sidecarsOfVm(expanded);
  const isUnsaved = ({ name: configMap, key }: ConfigMapSource): boolean =>
    texts.some((text) => text.configMap === configMap && text.key === key);
  const sources = list.flatMap(({ configMap }) => configMap ?? []);
  // A new ConfigMap is not there yet.
  const names = [...new Set(sources.filter((source) => !isUnsaved(source)).map((source) => source.name))];
  const [uuid, missing, kubevirt, found] = await Promise.all([
    firmwareUuid(name),
    missingRights(namespace),
    readKubeVirt(),
    Promise.all(names.map(async (configMap) => readConfigMap(namespace, configMap))),
  ]);
  const configMaps = new Map(
    found.filter((item) => item !== undefined).map((item) => [item.metadata.name, item] as const),
  );
  const scriptOf = (configMap: string, key: string): string | undefined => {
    const unsaved = texts.find((text) => text.configMap === configMap && text.key === key);
    const script = findScript(configMaps, { name: configMap, key });
    return unsaved?.text ?? (script.kind === 'text' ? script.text : undefined);
  };
  const planned = planTrial({
    vm: expanded,
    sidecars: list,
    scriptOf,
    suffix: Math.floor(Math.random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0'),
    now: new Date(),
    firmwareUuid: uuid,
  });
  return { planned, missing, configMaps, kubevirt };
};
