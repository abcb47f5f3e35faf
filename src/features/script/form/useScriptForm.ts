import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import type { ScriptValues } from '../../../sidecars/plans/script/scriptValues';

export interface ScriptFormOptions {
  /** Where the script is; several for a new one leave the choice to the user. */
  namespace: string | readonly string[];
  /** The script to edit; a new one is created without it. */
  script?: HookScript;
  /** What a new script must be called to serve those who ask for it. */
  wanted?: Partial<Pick<ScriptValues, 'name' | 'key' | 'hookPoint'>>;
  /** Where the editor starts, from 1. */
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
