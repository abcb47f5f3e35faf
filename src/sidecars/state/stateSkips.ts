import type { CheckContext } from '../checks/check';
import { consequenceOf } from '../checks/consequence';
import { CHECK_IDS, CHECKS, runCheck } from '../checks/runChecks';
import { takesCloudInit, type Sidecar } from '../annotation/sidecar';
import type { StateReason } from './stateModel';

const SKIPS = CHECK_IDS.filter((id) => CHECKS[id].skipsScript !== undefined);

/**
 * Why KubeVirt skips a sidecar without an error: the VM runs, but was started without its script. Uses only what is
 * certain and needs no request.
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

/** That KubeVirt skips some of these sidecars, but it is not known which. */
export const skippedAmong = (sidecars: readonly Sidecar[]): StateReason | undefined => {
  const number = sidecars.filter(takesCloudInit).length;
  return number < 2 ? undefined : { code: 'severalPreCloudInitIso', params: { number } };
};
