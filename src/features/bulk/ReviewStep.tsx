import type { ReactElement } from 'react';
import { Checkbox, Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { SlowHint } from '../../components/SlowHint';
import { useSidecarTranslation } from '../../i18n';
import { BulkProgress } from './BulkProgress';
import type { BulkState } from './bulkRun';
import { ExportChanges } from './ExportChanges';
import type { ScriptPlace } from './bulkScripts';
import { BulkTable } from './BulkTable';

interface ReviewStepProps {
  state: BulkState;
  /** Whether VMs are changed too whose manager reverts the change. */
  withManaged: boolean;
  onWithManaged: (withManaged: boolean) => void;
}

const namespacesWith = (
  scripts: BulkState['scripts'],
  is: (place: ScriptPlace) => boolean,
): string | undefined => {
  const found = [...scripts].filter(([, place]) => is(place)).map(([namespace]) => namespace);
  return found.length === 0 ? undefined : found.join(', ');
};

/** What would happen to each VM. Nothing is written yet. */
export const ReviewStep = ({ state, withManaged, onWithManaged }: ReviewStepProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { rows, scripts, busy } = state;
  const copies = namespacesWith(scripts, ({ kind }) => kind === 'copy');
  const others = namespacesWith(scripts, (place) => place.kind === 'there' && place.isOther);
  const managed = rows.filter(({ status }) => status.kind === 'cannot' && status.reason === 'managed').length;
  return (
    <Stack hasGutter>
      <StackItem>
        <BulkProgress
          title={t('Checking what would happen. Nothing is written yet.')}
          done={t('Checked. The cluster was asked about each change. Nothing is written yet.')}
          rows={rows}
          isBusy={busy === 'reviewing'}
          isPending={({ kind }) => kind === 'waiting'}
        />
        {busy === 'reviewing' ? <SlowHint /> : null}
      </StackItem>
      {copies === undefined ? null : (
        <StackItem>
          <InlineAlert
            variant="info"
            title={t('The ConfigMap will be copied to: {{namespaces}}', { namespaces: copies })}
          />
        </StackItem>
      )}
      {others === undefined ? null : (
        <StackItem>
          <InlineAlert
            variant="warning"
            title={t('A ConfigMap of this name has another script in: {{namespaces}}', {
              namespaces: others,
            })}
          >
            {t('It is not overwritten. The VMs there get the script that is there.')}
          </InlineAlert>
        </StackItem>
      )}
      {managed > 0 || withManaged ? (
        <StackItem>
          <Checkbox
            id="ksp-bulk-managed"
            label={t('Change also VMs whose manager reverts the change')}
            isChecked={withManaged}
            isDisabled={busy !== undefined}
            onChange={(_event, isChecked) => {
              onWithManaged(isChecked);
            }}
          />
        </StackItem>
      ) : null}
      {busy === undefined ? (
        <StackItem>
          <ExportChanges rows={rows} />
        </StackItem>
      ) : null}
      <StackItem>
        <BulkTable rows={rows} />
      </StackItem>
    </Stack>
  );
};
