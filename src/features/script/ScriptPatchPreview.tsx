import type { ReactElement } from 'react';
import { patchCommand } from '../../sidecars/plans/commands';
import { PatchPreview } from '../../components/patchPreview/PatchPreview';
import { buildScriptPatch, type ScriptPatchInput } from '../../sidecars/plans/script/scriptPatch';

/** The patch of an edited script; nothing if it is unchanged. */
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
