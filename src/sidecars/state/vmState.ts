import { sidecarsIn, type ParsedSidecars } from '../annotation/annotation';
import { DOMAIN_ANNOTATION } from '../annotation/constants';
import type { CheckContext } from '../checks/check';
import type { GateStatus } from '../featureGate/gateStatus';
import { statePod } from '../objects/launcherPod';
import type { KubernetesObject, Pod, VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import { fixableFindings } from '../rows/vmFindings';
import { currentVerdict, type Verdicts } from './verdict';
import { sidecarState, type SidecarState } from './state';

/** Whether sidecars may use claims. An annotation that cannot be parsed may name some once it is repaired. */
export const mayNameClaims = (parsed: ParsedSidecars): boolean =>
  parsed.kind === 'malformed' || sidecarsIn(parsed).some(({ pvc }) => pvc !== undefined);

/** The pods of this VM, without those of another VM with the same host name. */
export const podsOfVm = (pods: readonly Pod[], vmName: string): Pod[] =>
  pods.filter(({ metadata }) => (metadata.annotations?.[DOMAIN_ANNOTATION] ?? vmName) === vmName);

export const byName = <Object extends KubernetesObject>(
  list: readonly Object[],
): ReadonlyMap<string, Object> => new Map(list.map((item) => [item.metadata.name, item]));

export interface CheckedVm {
  /** The input of checks, without the annotation. */
  checkContext: Omit<CheckContext, 'parsed'>;
  /** The findings about the template, without those about the gate, which the banner shows. */
  findings: ReturnType<typeof fixableFindings>;
}

export const checkVm = (
  vm: VirtualMachine,
  parsed: ParsedSidecars,
  gate: GateStatus | undefined,
  { configMaps, pvcs }: Pick<CheckContext, 'configMaps' | 'pvcs'>,
): CheckedVm => {
  const checkContext = { vm, configMaps, pvcs, kubevirtVersion: gate?.version, gate };
  return { checkContext, findings: fixableFindings({ ...checkContext, parsed }) };
};

export const stateOfVm = (
  { checkContext: { vm, configMaps }, findings }: CheckedVm,
  gate: GateStatus | undefined,
  vmi: VirtualMachineInstance | undefined,
  pods: readonly Pod[],
  { expanded, verdicts }: { expanded?: VirtualMachine | undefined; verdicts?: Verdicts } = {},
): SidecarState =>
  sidecarState({
    vm,
    expanded,
    vmi,
    configMaps,
    launcherPod: statePod(vmi, pods),
    findings,
    gate,
    verification: verdicts && currentVerdict(verdicts, vm, vmi, configMaps),
  });
