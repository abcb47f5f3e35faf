import { downloadText } from '../../components/downloadText';
import { dateForFileName } from '../../sidecars/rows/csv';
import type { Committable } from '../../sidecars/plans/committable';

/** The forms in which changes can be committed. */
export const COMMIT_FORMATS = ['yaml', 'kustomize', 'jsonPatch'] as const;
export type CommitFormat = (typeof COMMIT_FORMATS)[number];

/** Downloads the changes of many objects as one file. Rejects if its code cannot be loaded. */
export const exportChanges = async (format: CommitFormat, changes: readonly Committable[]): Promise<void> => {
  const { jsonPatchOf, kustomizationOf, manifestsOf } = await import('../../sidecars/plans/committable');
  const name = `hook-sidecars-${dateForFileName(new Date())}`;
  switch (format) {
    case 'yaml':
      downloadText(manifestsOf(changes), `${name}.yaml`, 'application/yaml');
      return;
    case 'kustomize':
      downloadText(kustomizationOf(changes), `${name}-kustomization.yaml`, 'application/yaml');
      return;
    case 'jsonPatch':
      downloadText(jsonPatchOf(changes), `${name}-patch.json`, 'application/json');
  }
};
