import { consequenceOf } from '../checks/consequence';
import type { StateReason } from './stateModel';
import type { ListedFinding } from '../rows/vmFindings';

/**
 * Why the next start fails or skips a sidecar: the findings about the VM's template that say so.
 *
 * @param index of the sidecar in the template
 */
export const foreseenReasons = (findings: readonly ListedFinding[], index: number): StateReason[] =>
  findings.flatMap((finding) => {
    const { id, params, place } = finding;
    const consequence = consequenceOf(finding);
    if (place.kind === 'annotation' && place.index !== undefined) {
      return place.index === index && consequence !== undefined
        ? [{ code: id, params: { ...params, index } }]
        : [];
    }
    // A finding without an index is about all sidecars, not about one that is skipped.
    return consequence === 'doesNotStart' ? [{ code: id, params }] : [];
  });
