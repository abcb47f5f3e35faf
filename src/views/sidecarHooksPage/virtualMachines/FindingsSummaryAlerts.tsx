import type { ReactElement } from 'react';
import { Button, Label, LabelGroup, Stack, StackItem } from '@patternfly/react-core';
import { findingTitle } from '../../../features/findings/findingTitle';
import { InlineAlert } from '../../../components/InlineAlert';
import type { FindingsSummary } from '../../../sidecars/rows/findingsSummary';
import { useSidecarTranslation } from '../../../i18n';
import type { FindingFilter } from '../../../sidecars/rows/findingFilter';

interface FindingsSummaryAlertsProps {
  summaries: readonly FindingsSummary[];
  onFilter: (filter: FindingFilter) => void;
}

/** As many causes as fit on one line. */
const SHOWN = 5;

/** How many VMs have findings that prevent a correct start, and which findings. */
export const FindingsSummaryAlerts = ({
  summaries,
  onFilter,
}: FindingsSummaryAlertsProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  return summaries.length === 0 ? null : (
    <Stack hasGutter className="pf-v6-u-mb-md">
      {summaries.map(({ consequence, vms, causes }) => (
        <StackItem key={consequence}>
          <InlineAlert
            variant={consequence === 'doesNotStart' ? 'danger' : 'warning'}
            title={
              consequence === 'doesNotStart'
                ? t('{{count}} VMs have findings that keep them from starting', { count: vms })
                : t('{{count}} VMs have findings that make them start without their scripts', { count: vms })
            }
            data-test={`summary-${consequence}`}
          >
            <p>
              {consequence === 'doesNotStart'
                ? t('Those that run keep running, but cannot be restarted.')
                : t('KubeVirt skips the script, and nothing says so.')}{' '}
              <Button
                variant="link"
                isInline
                onClick={() => {
                  onFilter(consequence);
                }}
              >
                {t('Show these VMs')}
              </Button>
            </p>
            <LabelGroup
              className="pf-v6-u-mt-sm"
              numLabels={SHOWN}
              aria-label={t('Causes')}
              collapsedText={t('{{count}} more', { count: causes.length - SHOWN })}
              expandedText={t('Show less')}
            >
              {causes.map(({ id, vms: number }) => (
                <Label
                  key={id}
                  isCompact
                  variant="outline"
                  onClick={() => {
                    onFilter(id);
                  }}
                >
                  {t('{{finding}}: {{number}}', { finding: findingTitle(t, id), number })}
                </Label>
              ))}
            </LabelGroup>
          </InlineAlert>
        </StackItem>
      ))}
    </Stack>
  );
};
