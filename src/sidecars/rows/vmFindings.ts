import type { ParsedSidecars } from '../annotation/annotation';
import type { CheckContext, Finding } from '../checks/check';
import { worstConsequence, type Consequence } from '../checks/consequence';
import { CHECK_IDS, runChecks, type CheckId } from '../checks/runChecks';
import type { VirtualMachine } from '../objects/resources';

/** Without the gate: it is one finding about all VMs, and their state shows it. */
export type ListedFindingId = Exclude<CheckId, 'gateOff'>;

const isListedId = (id: CheckId): id is ListedFindingId => id !== 'gateOff';

export const LISTED_FINDING_IDS: readonly ListedFindingId[] = CHECK_IDS.filter(isListedId);

/** A finding without its fix, which contains whole sidecars. */
export type ListedFinding = Omit<Finding, 'id' | 'fix'> & { id: ListedFindingId };

/** The findings of one VM of a list. Plain data of a few hundred bytes. */
export interface VmFindings {
  /** The worst first. */
  list: readonly ListedFinding[];
  /** Undefined if no finding says it. */
  consequence?: Consequence;
}

/** The other input of the checks. Undefined means not known; checks then report nothing about it. */
export interface VmFindingsFacts {
  /** The ConfigMaps of the VM's namespace by name, with their keys; their texts are not used. */
  configMaps: CheckContext['configMaps'];
  kubevirtVersion: string | undefined;
}

const NONE: VmFindings = { list: [] };

type FixableFinding = Finding & { id: ListedFindingId };

const isListed = (finding: Finding & { id: CheckId }): finding is FixableFinding => isListedId(finding.id);

/** The findings about the annotation and the VM, the worst first, with fixes. */
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
