import type { ScriptConflict } from '../../../features/script/saveScript';
import type { HookPoint } from '../../../sidecars/annotation/hookPoint';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import type { ScriptBlocked } from '../../../sidecars/plans/script/scriptBlocked';
import type { ScriptValues } from '../../../sidecars/plans/script/scriptValues';

/** A script that is written: what the page shows of it and can do with it. */
export interface WorkbenchEdit {
  namespace: string;
  values: ScriptValues;
  change: (values: ScriptValues) => void;
  /** The names of the namespace's ConfigMaps, which a new script cannot have; undefined if they are not known. */
  takenNames: ReadonlySet<string> | undefined;
  /** The ConfigMap as the user saw it; undefined for a new script. */
  seen: ConfigMap | undefined;
  /** Stored on an edited ConfigMap; undefined leaves its hook point unchanged. */
  hookPoint: HookPoint | undefined;
  /** Stored with the script; undefined leaves what is stored. */
  expectedResults: string | undefined;
  isUnsaved: boolean;
  /** The unsaved text was written before the page was opened. */
  isRestored: boolean;
  /** Somebody else has changed the saved text since. */
  isOutdated: boolean;
  conflict: ScriptConflict | undefined;
  blocked: ScriptBlocked | undefined;
  revert: () => void;
  /** Rejects with ScriptConflict or HttpError. */
  save: () => Promise<ConfigMap>;
}
