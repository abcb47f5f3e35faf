import type { HookPoint } from '../annotation/hookPoint';
import { hookPointOf, type ConfigMapSource, type Sidecar } from '../annotation/sidecar';
import { sidecarContainer } from '../annotation/sidecarContainer';
import { sidecarName } from '../annotation/sidecarName';
import { checkDnsLabel } from '../objects/names';

/** A hook whose script is replaced by a recorder with the script in it. */
export interface RecordedHook {
  kind: 'recorded';
  /** The position in the list of sidecars. */
  index: number;
  name: string;
  hookPoint: HookPoint;
  container: string;
  source: ConfigMapSource;
  script: string;
}

/**
 * A hook that runs unchanged, so that its calls are not seen. `noScript`: the ConfigMap or its key is missing, or the
 * script is not text. `refusedName`: KubeVirt refuses the ConfigMap's name, or its use in two hooks, and should do so in
 * the trial as well. `tooLong`: no room for the recorder in a ConfigMap.
 */
export interface UnrecordedHook {
  kind: 'unrecorded';
  index: number;
  name: string;
  reason: 'noConfigMap' | 'noHookPoint' | 'noScript' | 'refusedName' | 'tooLong';
}

/** A ConfigMap has at most 1 MiB, of which quoting and the recorder need some. */
const MOST_SCRIPT_CHARACTERS = 200_000;

export type ScriptLookup = (configMap: string, key: string) => string | undefined;

/** Which hooks can be recorded. */
export const recordedHooks = (
  sidecars: readonly Sidecar[],
  scriptOf: ScriptLookup,
): (RecordedHook | UnrecordedHook)[] =>
  sidecars.map((sidecar, index) => {
    const name = sidecarName(sidecar);
    const unrecorded = (reason: UnrecordedHook['reason']): UnrecordedHook => ({
      kind: 'unrecorded',
      index,
      name,
      reason,
    });
    const { configMap: source } = sidecar;
    if (source === undefined) {
      return unrecorded('noConfigMap');
    }
    const hookPoint = hookPointOf(sidecar);
    if (hookPoint === undefined) {
      return unrecorded('noHookPoint');
    }
    const uses = sidecars.filter(({ configMap }) => configMap?.name === source.name).length;
    if (uses > 1 || checkDnsLabel(source.name) !== undefined) {
      return unrecorded('refusedName');
    }
    const script = scriptOf(source.name, source.key);
    if (script === undefined || script.includes('\0')) {
      return unrecorded('noScript');
    }
    return script.length > MOST_SCRIPT_CHARACTERS
      ? unrecorded('tooLong')
      : { kind: 'recorded', index, name, hookPoint, container: sidecarContainer(index), source, script };
  });
