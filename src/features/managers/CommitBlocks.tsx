import type { ReactElement } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { CopyBlock } from '../../components/CopyBlock';
import {
  jsonPatchOf,
  kustomizationOf,
  manifestsOf,
  type Committable,
} from '../../sidecars/plans/committable';
import { useSidecarTranslation } from '../../i18n';
import { commitFormatText } from './commitFormatText';

/** One change in the forms that can be committed. Loaded lazily, because it brings the YAML package. */
export const CommitBlocks = (change: Committable): ReactElement => {
  const { t } = useSidecarTranslation();
  const changes = [change];
  const manifest = manifestsOf(changes);
  return (
    <Stack hasGutter>
      {manifest === '' ? null : (
        <StackItem>
          <CopyBlock label={commitFormatText(t, 'yaml')} text={manifest} />
        </StackItem>
      )}
      <StackItem>
        <CopyBlock label={commitFormatText(t, 'kustomize')} text={kustomizationOf(changes)} />
      </StackItem>
      <StackItem>
        <CopyBlock label={commitFormatText(t, 'jsonPatch')} text={jsonPatchOf(changes)} />
      </StackItem>
    </Stack>
  );
};
