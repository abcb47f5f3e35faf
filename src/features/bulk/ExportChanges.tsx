import type { ReactElement } from 'react';
import { Button, Flex } from '@patternfly/react-core';
import type { BulkRow } from '../../sidecars/plans/bulk/bulkRow';
import type { Committable } from '../../sidecars/plans/committable';
import { useSidecarTranslation } from '../../i18n';
import { commitFormatText } from '../managers/commitFormatText';
import { COMMIT_FORMATS, exportChanges } from '../managers/exportChanges';

/** The changes of all VMs that will change, and of those whose manager would revert it. */
const changesOf = (rows: readonly BulkRow[]): Committable[] =>
  rows.flatMap(({ target: { name, namespace }, status }) => {
    const operations =
      status.kind === 'ready'
        ? status.plan.operations
        : status.kind === 'cannot' && status.reason === 'managed'
          ? status.operations
          : [];
    return operations.length === 0
      ? []
      : [
          {
            object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name, namespace } },
            operations,
          },
        ];
  });

/** Downloads the reviewed changes, to commit them instead. */
export const ExportChanges = ({ rows }: { rows: readonly BulkRow[] }): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const changes = changesOf(rows);
  return changes.length === 0 ? null : (
    <Flex columnGap={{ default: 'columnGapSm' }} alignItems={{ default: 'alignItemsBaseline' }}>
      <span>
        {t('Export the changes of {{count}} VMs to commit them instead:', { count: changes.length })}
      </span>
      {COMMIT_FORMATS.map((format) => (
        <Button key={format} variant="link" isInline onClick={() => void exportChanges(format, changes)}>
          {commitFormatText(t, format)}
        </Button>
      ))}
    </Flex>
  );
};
