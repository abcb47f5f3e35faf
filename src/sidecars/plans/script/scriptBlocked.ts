import { checkConfigMapKey, checkDnsLabel } from '../../objects/names';
import type { ConfigMap } from '../../objects/resources';
import type { ScriptValues } from './scriptValues';

/** What is still missing in the form. */
export type ScriptUnfinished = 'name' | 'taken' | 'key' | 'empty';

export type ScriptBlocked = 'immutable' | 'binary' | 'gone' | ScriptUnfinished;

/** Whether the user can resolve it in the form. */
export const isUnfinished = (blocked: ScriptBlocked): blocked is ScriptUnfinished =>
  blocked !== 'immutable' && blocked !== 'binary' && blocked !== 'gone';

interface Known {
  /** The ConfigMap that is edited, as the user saw it. */
  seen: ConfigMap | undefined;
  takenNames: ReadonlySet<string> | undefined;
}

/** Why the script cannot be saved now; undefined if it can. */
export const scriptBlocked = (
  { name, key, text }: ScriptValues,
  { seen, takenNames }: Known,
): ScriptBlocked | undefined => {
  if (seen !== undefined) {
    if (seen.immutable === true) return 'immutable';
    if (seen.binaryData?.[key] !== undefined) return 'binary';
    if (seen.data?.[key] === undefined) return 'gone';
  } else {
    if (checkDnsLabel(name) !== undefined) return 'name';
    if (takenNames?.has(name) === true) return 'taken';
    if (checkConfigMapKey(key) !== undefined) return 'key';
  }
  return text.trim() === '' ? 'empty' : undefined;
};
