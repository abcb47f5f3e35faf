import { CONSEQUENCES, consequenceOf, type Consequence } from '../checks/consequence';
import type { ListedFindingId, VmFindings } from './vmFindings';

interface Cause {
  id: ListedFindingId;
  /** VMs that have the finding. */
  vms: number;
}

export interface FindingsSummary {
  consequence: Consequence;
  /** Number of VMs for which it is the worst consequence. */
  vms: number;
  /** The most frequent first; a VM counts for each of its findings. */
  causes: Cause[];
}

/** How many VMs will not start as intended, and why: the worst consequence first, without those that no VM has. */
export const summarizeFindings = (all: Iterable<VmFindings>): FindingsSummary[] => {
  const vms = new Map<Consequence, number>();
  const causes = new Map<Consequence, Map<ListedFindingId, number>>();
  for (const { consequence, list } of all) {
    if (consequence !== undefined) {
      vms.set(consequence, (vms.get(consequence) ?? 0) + 1);
      const counts = causes.get(consequence) ?? new Map<ListedFindingId, number>();
      const own = list.filter((finding) => consequenceOf(finding) === consequence).map(({ id }) => id);
      new Set(own).forEach((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
      causes.set(consequence, counts);
    }
  }
  return CONSEQUENCES.flatMap((consequence) => {
    const count = vms.get(consequence);
    return count === undefined
      ? []
      : [
          {
            consequence,
            vms: count,
            causes: [...(causes.get(consequence) ?? [])]
              .map(([id, number]): Cause => ({ id, vms: number }))
              .sort((one, other) => other.vms - one.vms || one.id.localeCompare(other.id)),
          },
        ];
  });
};
