import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import type { ScriptValues } from '../../../sidecars/plans/script/scriptValues';

export interface ScriptFormOptions {
  /** The script's namespace; for a new script, several namespaces let the user choose. */
  namespace: string | readonly string[];
  /** The script to edit; undefined creates one. */
  script?: HookScript;
  /** The name, key and hook point that a sidecar expects of a new script. */
  wanted?: Partial<Pick<ScriptValues, 'name' | 'key' | 'hookPoint'>>;
  /** The line of the editor's cursor, from 1. */
  line?: number;
  onSaved?: (configMap: ConfigMap, key: string) => void;
}

const { Part, prefetch } = lazyPart('dialog', async () => (await import('./ScriptForm')).ScriptForm);

export const prefetchScriptForm = prefetch;

/** React hook: opens the form that creates or edits a hook script. */
export const useScriptForm = (): ((options: ScriptFormOptions) => void) => {
  const launch = useOverlay();
  return useCallback(
    (options: ScriptFormOptions) => {
      launch(Part, options);
    },
    [launch],
  );
};
