import type { ReactElement } from 'react';
import { Progress } from '@patternfly/react-core';
import type { BulkRow, BulkStatus } from '../../sidecars/plans/bulk/bulkRow';
import { useSidecarTranslation } from '../../i18n';

interface BulkProgressProps {
  /** While it runs, and afterwards. */
  title: string;
  done: string;
  rows: readonly BulkRow[];
  isBusy: boolean;
  /** Whether the VM's turn has not come yet. */
  isPending: (status: BulkStatus) => boolean;
}

/** For how many VMs it is done. */
export const BulkProgress = ({ title, done, rows, isBusy, isPending }: BulkProgressProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const count = rows.filter(({ status }) => !isPending(status)).length;
  return (
    <div aria-live="polite">
      <Progress
        title={isBusy ? title : done}
        min={0}
        max={Math.max(1, rows.length)}
        value={count}
        valueText={t('{{count}} of {{total}} VMs', { count, total: rows.length })}
        label={t('{{count}} of {{total}} VMs', { count, total: rows.length })}
        measureLocation="outside"
      />
    </div>
  );
};
