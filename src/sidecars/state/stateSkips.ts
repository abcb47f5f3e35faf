import type { CheckContext } from '../checks/check';
import { consequenceOf } from '../checks/consequence';
import { CHECK_IDS, CHECKS, runCheck } from '../checks/runChecks';
import { takesCloudInit, type Sidecar } from '../annotation/sidecar';
import type { StateReason } from './stateModel';

const SKIPS = CHECK_IDS.filter((id) => CHECKS[id].skipsScript !== undefined);

/**
 * Why KubeVirt skips a sidecar without a word: the VM runs, and was started without its script. Of what is known
 * without a request, and only what is sure.
 *
 * @param index of the sidecar in `context.parsed`
 */
export const skipReasons = (context: CheckContext, index: number): StateReason[] =>
  SKIPS.flatMap((code) =>
    runCheck(code, context)
      .filter(
        (finding) =>
          finding.place.kind === 'annotation' &&
          finding.place.index === index &&
          consequenceOf(finding) === 'startsUnchanged',
      )
      .map(({ params }): StateReason => ({ code, params })),
  );

/** That KubeVirt skips some of these sidecars, where nobody knows which. */
export const skippedAmong = (sidecars: readonly Sidecar[]): StateReason | undefined => {
  const number = sidecars.filter(takesCloudInit).length;
  return number < 2 ? undefined : { code: 'severalPreCloudInitIso', params: { number } };
};
