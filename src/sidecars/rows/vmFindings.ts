import type { ParsedSidecars } from '../annotation/annotation';
import type { CheckContext, Finding } from '../checks/check';
import { worstConsequence, type Consequence } from '../checks/consequence';
import { CHECK_IDS, runChecks, type CheckId } from '../checks/runChecks';
import type { VirtualMachine } from '../objects/resources';

/** The gate is left out: it is one finding about all VMs, and their state tells it. */
export type ListedFindingId = Exclude<CheckId, 'gateOff'>;

const isListedId = (id: CheckId): id is ListedFindingId => id !== 'gateOff';

export const LISTED_FINDING_IDS: readonly ListedFindingId[] = CHECK_IDS.filter(isListedId);

/** A finding without its fix, which holds whole sidecars. */
export type ListedFinding = Omit<Finding, 'id' | 'fix'> & { id: ListedFindingId };

/** What the checks say of one VM of a list. Plain data of a few hundred bytes: it can cross to and from a worker. */
export interface VmFindings {
  /** The worst first. */
  list: readonly ListedFinding[];
  /** Undefined where no finding decides it. */
  consequence?: Consequence;
}

/** What checks of a VM need to know besides the VM. Undefined is not known, and no finding is made of it. */
export interface VmFindingsFacts {
  /** The ConfigMaps of the VM's namespace by name, with their keys; texts are not looked at. */
  configMaps: CheckContext['configMaps'];
  kubevirtVersion: string | undefined;
}

const NONE: VmFindings = { list: [] };

type FixableFinding = Finding & { id: ListedFindingId };

const isListed = (finding: Finding & { id: CheckId }): finding is FixableFinding => isListedId(finding.id);

/** What the checks of the annotation and the VM find, the worst first, with what would fix it. */
export const fixableFindings = (context: CheckContext): FixableFinding[] =>
  runChecks(context).filter(isListed);

/**
 * Runs the checks of the annotation and the VM, without any request.
 *
 * @param parsed the annotation of the VM's template
 */
export const vmFindings = (
  vm: VirtualMachine,
  parsed: ParsedSidecars,
  facts: VmFindingsFacts,
): VmFindings => {
  const list = fixableFindings({ vm, parsed, ...facts }).map(
    ({ id, severity, params, place }): ListedFinding => ({ id, severity, params, place }),
  );
  if (list.length === 0) {
    return NONE;
  }
  const consequence = worstConsequence(list);
  return { list, consequence };
};
