import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  ConfigMapModel,
  PersistentVolumeClaimModel,
  PodModel,
  VirtualMachineInstanceModel,
} from '../k8s/models';
import { getObject, listObjects } from '../k8s/read';
import { parseSidecars } from '../sidecars/annotation/annotation';
import { evaluateGate } from '../sidecars/featureGate/gateStatus';
import { launcherSelector } from '../sidecars/objects/launcherSelector';
import type {
  ConfigMap,
  KubernetesObject,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../sidecars/objects/resources';
import { templateAnnotation } from '../sidecars/objects/vm';
import type { SidecarState } from '../sidecars/state/state';
import { byName, checkVm, mayNameClaims, podsOfVm, stateOfVm } from '../sidecars/state/vmState';
import { readKubeVirt } from './readKubeVirt';

type Common = K8sResourceCommon;

/** Reads the state of a running VM's sidecars once; `useVmSidecars` watches it. Rejects with HttpError. */
export const readSidecarState = async (vm: VirtualMachine): Promise<SidecarState> => {
  const { name, namespace } = vm.metadata;
  const parsed = parseSidecars(templateAnnotation(vm));
  const [vmi, scripts, claims, kubevirt] = await Promise.all([
    getObject<VirtualMachineInstance & Common>(VirtualMachineInstanceModel, namespace, name),
    listObjects<ConfigMap & Common>(ConfigMapModel, namespace),
    mayNameClaims(parsed)
      ? listObjects<KubernetesObject & Common>(PersistentVolumeClaimModel, namespace)
      : undefined,
    readKubeVirt(),
  ]);
  const pods = await listObjects<Pod & Common>(PodModel, namespace, launcherSelector(vm, vmi));
  const gate = evaluateGate({ kubevirt, hco: undefined });
  const checked = checkVm(vm, parsed, gate, {
    configMaps: byName(scripts),
    pvcs: claims && new Set(byName(claims).keys()),
  });
  return stateOfVm(checked, gate, vmi, podsOfVm(pods, name));
};
