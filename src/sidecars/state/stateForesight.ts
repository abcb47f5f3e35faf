import { consequenceOf } from '../checks/consequence';
import type { StateReason } from './stateModel';
import type { ListedFinding } from '../rows/vmFindings';

/**
 * Why the next start fails, or skips a sidecar: of the findings about the VM's template those that decide it.
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
    // Without a place in the list it is about all sidecars; what is skipped then is no entry of the template.
    return consequence === 'doesNotStart' ? [{ code: id, params }] : [];
  });
