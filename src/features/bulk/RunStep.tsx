import type { ReactElement } from 'react';
import { Button, Flex, Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { countGroups } from '../../sidecars/plans/bulk/bulkRow';
import { useSidecarTranslation } from '../../i18n';
import { BulkProgress } from './BulkProgress';
import type { BulkRun, BulkState } from './bulkRun';
import { BulkTable } from './BulkTable';

interface RunStepProps {
  state: BulkState;
  run: BulkRun;
  /** The name of the attached ConfigMap. */
  scriptName: string | undefined;
}

/** Namespaces that got a copy of the script although no VM there was changed. */
const uselessCopies = ({ rows, scripts }: BulkState): string[] =>
  [...scripts]
    .filter(
      ([namespace, { kind }]) =>
        kind === 'created' &&
        !rows.some(({ target, status }) => target.namespace === namespace && status.kind === 'done'),
    )
    .map(([namespace]) => namespace);

/** Progress and the result for each VM. */
export const RunStep = ({ state, run, scriptName = '' }: RunStepProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const isBusy = state.busy === 'running';
  const { failed, ready } = countGroups(state.rows);
  const copies = isBusy ? [] : uselessCopies(state);
  return (
    <Stack hasGutter>
      <StackItem>
        <BulkProgress
          title={t('Running, at most five VMs at once')}
          done={ready > 0 ? t('Stopped. The other VMs are as they were.') : t('Finished')}
          rows={state.rows}
          isBusy={isBusy}
          isPending={({ kind }) => kind === 'ready'}
        />
      </StackItem>
      <StackItem>
        <Flex columnGap={{ default: 'columnGapSm' }}>
          {isBusy ? (
            <Button variant="secondary" onClick={run.stop}>
              {t('Stop')}
            </Button>
          ) : null}
          {!isBusy && ready > 0 ? (
            <Button variant="secondary" onClick={() => void run.run()}>
              {t('Continue')}
            </Button>
          ) : null}
          {!isBusy && failed > 0 ? (
            <Button variant="secondary" onClick={() => void run.run(['failed', 'conflict'])}>
              {t('Retry failed')}
            </Button>
          ) : null}
        </Flex>
      </StackItem>
      {copies.length === 0 ? null : (
        <StackItem>
          <InlineAlert
            variant="warning"
            isLiveRegion
            title={t('ConfigMap {{name}} was created although no VM was changed in: {{namespaces}}', {
              name: scriptName,
              namespaces: copies.join(', '),
            })}
          />
        </StackItem>
      )}
      <StackItem>
        <BulkTable rows={state.rows} />
      </StackItem>
    </Stack>
  );
};
