import type { Check, CheckContext } from '../checks/check';
import { configMapUnsupported } from '../checks/configMapUnsupported';
import { consequenceOf } from '../checks/consequence';
import { hookPathUnknown } from '../checks/hookPathUnknown';
import { keyMissing } from '../checks/keyMissing';
import { noScript } from '../checks/noScript';
import { versionOld } from '../checks/versionOld';
import { takesCloudInit, type Sidecar } from '../annotation/sidecar';
import type { SkipReasonCode, StateReason } from './stateModel';

const SKIPS: readonly { code: SkipReasonCode; check: Check }[] = [
  { code: 'noScript', check: noScript },
  { code: 'configMapUnsupported', check: configMapUnsupported },
  { code: 'keyMissing', check: keyMissing },
  { code: 'hookPathUnknown', check: hookPathUnknown },
  { code: 'versionOld', check: versionOld },
];

/**
 * Why KubeVirt skips a sidecar without a word: the VM runs, and was started without its script. Of what is known
 * without a request, and only what is sure.
 *
 * @param index of the sidecar in `context.parsed`
 */
export const skipReasons = (context: CheckContext, index: number): StateReason[] =>
  SKIPS.flatMap(({ code, check }) =>
    check
      .run(context)
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
  const count = sidecars.filter(takesCloudInit).length;
  return count < 2 ? undefined : { code: 'severalPreCloudInitIso', params: { count } };
};
