import { isChangedMeanwhile } from '../../apiError';
import { ConfigMapModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { createObject, patchObject } from '../../k8s/write';
import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import { isAnother } from '../../sidecars/objects/isAnother';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { buildHookConfigMap } from '../../sidecars/scripts/configMapBuilder';
import { buildScriptPatch } from '../../sidecars/plans/script/scriptPatch';
import type { ScriptValues } from '../../sidecars/plans/script/scriptValues';

/** Somebody else has changed the script since it was opened. */
export class ScriptConflict extends Error {
  constructor(
    readonly now: ConfigMap,
    readonly before: string,
    readonly after: string,
    /** The ConfigMap was deleted, and another one was created with its name. */
    readonly isAnother: boolean,
  ) {
    super('Changed meanwhile');
  }
}

interface SaveScript {
  values: ScriptValues;
  namespace: string;
  /** The edited ConfigMap as the user saw it; undefined creates one. */
  seen: ConfigMap | undefined;
  /** Stored on an edited ConfigMap; undefined leaves its hook point unchanged. */
  hookPoint: HookPoint | undefined;
  /** As they are stored; undefined leaves them unchanged. */
  expectedResults?: string | undefined;
}

const patchScript = async (
  seen: ConfigMap,
  { values: { key, text }, hookPoint, expectedResults }: SaveScript,
): Promise<ConfigMap> => {
  const operations = buildScriptPatch({ configMap: seen, key, text, hookPoint, expectedResults });
  return operations.length === 0 ? seen : patchObject<ConfigMap>(ConfigMapModel, seen, operations);
};

/** Returns the ConfigMap as stored. Rejects with ScriptConflict or HttpError. */
export const saveScript = async (input: SaveScript): Promise<ConfigMap> => {
  const { values, namespace, seen, expectedResults } = input;
  if (seen === undefined) {
    return createObject(ConfigMapModel, buildHookConfigMap({ ...values, namespace, expectedResults }));
  }
  try {
    return await patchScript(seen, input);
  } catch (error) {
    if (!isChangedMeanwhile(error)) {
      throw error;
    }
    const now = await getObject<ConfigMap>(ConfigMapModel, namespace, values.name);
    const before = seen.data?.[values.key] ?? '';
    const after = now.data?.[values.key] ?? '';
    if (before !== after || now.data?.[values.key] === undefined || isAnother(seen, now)) {
      throw new ScriptConflict(now, before, after, isAnother(seen, now));
    }
    // Only other parts of the ConfigMap changed, so the edit still fits.
    return patchScript(now, input);
  }
};
