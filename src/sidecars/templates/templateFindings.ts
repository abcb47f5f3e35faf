import { parseSidecars } from '../annotation/annotation';
import type { CheckContext, Finding } from '../checks/check';
import { runChecks } from '../checks/runChecks';
import type { VirtualMachine } from '../objects/resources';
import { templateAnnotation } from '../objects/vm';

/** What the checks find in a template's or pool's VM: all that is true before a VM is made from it. */
export const findingsOfTemplate = (
  vm: VirtualMachine,
  context: Pick<CheckContext, 'configMaps' | 'kubevirtVersion' | 'gate'>,
): Finding[] => runChecks({ ...context, vm, parsed: parseSidecars(templateAnnotation(vm)) });
