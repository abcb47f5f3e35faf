import type { ReactElement } from 'react';
import { patchCommand } from '../../sidecars/commands';
import { PatchPreview } from '../patchPreview/PatchPreview';
import { buildScriptPatch, type ScriptPatchInput } from './scriptPatch';

/** What saving an edited script writes; nothing where nothing is changed. */
export const ScriptPatchPreview = ({ input }: { input: ScriptPatchInput }): ReactElement | null => {
  const { name, namespace = '' } = input.configMap.metadata;
  const operations = buildScriptPatch(input);
  return operations.length === 0 ? null : (
    <PatchPreview
      operations={operations}
      command={(cli) => patchCommand(cli, { resource: 'configmap', name, namespace }, operations)}
    />
  );
};
