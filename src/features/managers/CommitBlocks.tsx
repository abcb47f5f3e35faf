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

/** One change in the forms that can be committed. Loaded lazily, because it brings the YAML package. */
export const CommitBlocks = ({ object, operations }: Committable): ReactElement => {
  const { t } = useSidecarTranslation();
  const changes = [{ object, operations }];
  const manifest = manifestsOf(changes);
  return (
    <Stack hasGutter>
      {manifest === '' ? null : (
        <StackItem>
          <CopyBlock label={t('YAML')} text={manifest} />
        </StackItem>
      )}
      <StackItem>
        <CopyBlock label={t('Kustomize patch')} text={kustomizationOf(changes)} />
      </StackItem>
      <StackItem>
        <CopyBlock label={t('JSON patch')} text={jsonPatchOf(changes)} />
      </StackItem>
    </Stack>
  );
};
