import { parseSidecars } from '../annotation/annotation';
import type { CheckContext, Finding } from '../checks/check';
import { runChecks } from '../checks/runChecks';
import type { ConfigMap, KubernetesObject, VirtualMachine } from '../objects/resources';
import { templateAnnotation } from '../objects/vm';

export interface ProcessedVm {
  name: string;
  /** Undefined if nothing is attached. */
  annotation: string | undefined;
  findings: Finding[];
}

/**
 * The VMs among the objects that the server made of a template, checked as if all were created in this namespace. Objects
 * of VM templates may have no kind.
 */
export const processedVms = (
  objects: readonly KubernetesObject[],
  namespace: string | undefined,
  context: Pick<CheckContext, 'configMaps' | 'kubevirtVersion' | 'gate'>,
): ProcessedVm[] => {
  const brought = objects
    .filter(({ kind }) => kind === 'ConfigMap')
    .map((one): [string, ConfigMap] => [one.metadata.name, one as ConfigMap]);
  const configMaps = context.configMaps && new Map([...context.configMaps, ...brought]);
  return objects
    .filter(({ kind }: Partial<KubernetesObject>) => kind === undefined || kind === 'VirtualMachine')
    .map((object) => {
      const vm = {
        ...object,
        apiVersion: 'kubevirt.io/v1',
        kind: 'VirtualMachine',
        metadata: { ...object.metadata, namespace },
      } as VirtualMachine;
      const annotation = templateAnnotation(vm);
      return {
        name: vm.metadata.name,
        annotation,
        findings: runChecks({ ...context, configMaps, vm, parsed: parseSidecars(annotation) }),
      };
    });
};
