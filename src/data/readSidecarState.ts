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
import { statePod } from '../sidecars/objects/launcherPod';
import { launcherSelector } from '../sidecars/objects/launcherSelector';
import type {
  ConfigMap,
  KubernetesObject,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../sidecars/objects/resources';
import { templateAnnotation } from '../sidecars/objects/vm';
import { fixableFindings } from '../sidecars/rows/vmFindings';
import { sidecarState, type SidecarState } from '../sidecars/state/state';
import { readKubeVirt } from './readKubeVirt';
import { isOfVm, mayNameClaims } from './useVmSidecars';

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
  const byName = new Map(scripts.map((item) => [item.metadata.name, item]));
  const findings = fixableFindings({
    vm,
    parsed,
    configMaps: byName,
    pvcs: claims && new Set(claims.map(({ metadata }) => metadata.name)),
    kubevirtVersion: gate.version,
    gate,
  });
  return sidecarState({
    vm,
    vmi,
    configMaps: byName,
    launcherPod: statePod(
      vmi,
      pods.filter((pod) => isOfVm(pod, name)),
    ),
    findings,
    gate,
  });
};
