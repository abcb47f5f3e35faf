import { useMemo, useState } from 'react';
import { saveScript } from '../../../features/script/saveScript';
import { ConfigMapModel } from '../../../k8s/models';
import { useWatchedList } from '../../../k8s/useWatched';
import { loadedData } from '../../../loadable';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { scriptBlocked } from '../../../sidecars/plans/script/scriptBlocked';
import { newScriptValues, type ScriptValues } from '../../../sidecars/plans/script/scriptValues';
import type { Recipe } from '../../../sidecars/recipes/recipe';
import { recipeResults } from '../../../sidecars/recipes/recipeResults';
import { recipeValues } from '../../../sidecars/recipes/recipeValues';
import { isSameInput } from '../../../sidecars/text/isSameInput';
import { useStoredDraft } from './useStoredDraft';
import type { WorkbenchEdit } from './workbenchEdit';

interface NewScriptOptions {
  namespace: string;
  /** Where the draft is stored. */
  draftId: string;
  /** What a sidecar expects of the script. */
  wanted: Partial<Pick<ScriptValues, 'name' | 'key' | 'hookPoint'>>;
  /** What the script begins with; undefined for an example. */
  recipe: Recipe | undefined;
}

/** React hook: a script that does not exist yet. */
export const useNewScript = ({ namespace, draftId, wanted, recipe }: NewScriptOptions): WorkbenchEdit => {
  const [initial] = useState(() =>
    recipe === undefined ? newScriptValues(wanted) : recipeValues(recipe, wanted),
  );
  const { draft, isRestored, setDraft } = useStoredDraft(draftId);
  const values = draft?.values ?? initial;
  const expectedResults = useMemo(() => recipeResults(values.text), [values.text]);
  const list = useWatchedList<ConfigMap>({ model: ConfigMapModel, namespace });
  const takenNames = useMemo(() => {
    const known = loadedData(list);
    return known && new Set(known.map(({ metadata }) => metadata.name));
  }, [list]);
  return {
    namespace,
    values,
    change: (next) => {
      setDraft(isSameInput(next, initial) ? undefined : { values: next });
    },
    takenNames,
    seen: undefined,
    hookPoint: undefined,
    expectedResults,
    isUnsaved: draft !== undefined,
    isRestored,
    isOutdated: false,
    conflict: undefined,
    blocked: scriptBlocked(values, { seen: undefined, takenNames }),
    revert: () => {
      setDraft(undefined);
    },
    save: async () => {
      const saved = await saveScript({
        values,
        namespace,
        seen: undefined,
        hookPoint: undefined,
        expectedResults,
      });
      setDraft(undefined);
      return saved;
    },
  };
};
