import { useMemo, useState } from 'react';
import { saveScript, ScriptConflict } from '../../../features/script/saveScript';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { scriptBlocked } from '../../../sidecars/plans/script/scriptBlocked';
import type { DraftBase } from '../../../sidecars/plans/script/scriptDraft';
import { valuesOfScript } from '../../../sidecars/plans/script/scriptValues';
import { resultsAfterEdit } from '../../../sidecars/recipes/recipeResults';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import type { StoredDraft } from './useStoredDraft';
import type { WorkbenchEdit } from './workbenchEdit';

interface SavedScriptOptions {
  /** As it is in the cluster now. */
  script: Pick<HookScript, 'configMap' | 'key' | 'hookPoints'>;
  storedDraft: StoredDraft;
  onWritten: (configMap: ConfigMap) => void;
}

/** The ConfigMap as it was when the draft began: saving tests that the script is still the same. */
const asSeen = (now: ConfigMap, key: string, { uid, text }: DraftBase): ConfigMap => ({
  ...now,
  metadata: { ...now.metadata, ...(uid === undefined ? {} : { uid }) },
  data: { ...now.data, [key]: text },
});

/** React hook: changes of a script that exists. Without changes it follows the cluster. */
export const useSavedScript = ({ script, storedDraft, onWritten }: SavedScriptOptions): WorkbenchEdit => {
  const { configMap, key } = script;
  const { draft, isRestored, setDraft } = storedDraft;
  const [conflict, setConflict] = useState<ScriptConflict>();
  const saved = valuesOfScript(script);
  const values = draft?.values ?? saved;
  const base = draft?.base ?? { uid: configMap.metadata.uid, text: saved.text, hookPoint: saved.hookPoint };
  const seen = draft === undefined ? configMap : asSeen(configMap, key, base);
  const hookPoint = values.hookPoint === base.hookPoint ? undefined : values.hookPoint;
  const { text } = values;
  const expectedResults = useMemo(() => resultsAfterEdit(seen, key, text), [seen, key, text]);
  const { namespace = '', uid } = configMap.metadata;
  const stop = (): void => {
    setDraft(undefined);
    setConflict(undefined);
  };
  return {
    namespace,
    values,
    change: (next) => {
      if (next.text === base.text && next.hookPoint === base.hookPoint) {
        stop();
      } else {
        setDraft({ values: next, base });
      }
    },
    takenNames: undefined,
    seen,
    hookPoint,
    expectedResults,
    isUnsaved: draft !== undefined,
    isRestored,
    isOutdated:
      draft !== undefined && conflict === undefined && (base.text !== saved.text || base.uid !== uid),
    conflict,
    blocked: scriptBlocked(values, { seen: configMap, takenNames: undefined }),
    revert: stop,
    save: async () => {
      try {
        const written = await saveScript({ values, namespace, seen, hookPoint, expectedResults });
        onWritten(written);
        stop();
        return written;
      } catch (error) {
        if (error instanceof ScriptConflict) {
          const { now } = error;
          setConflict(error);
          setDraft({ values, base: { ...base, uid: now.metadata.uid, text: now.data?.[key] ?? '' } });
        }
        throw error;
      }
    },
  };
};
