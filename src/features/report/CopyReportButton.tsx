import type { ReactElement } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { Button, Tooltip } from '@patternfly/react-core';
import { CopyIcon } from '@patternfly/react-icons';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import { useSidecarTranslation } from '../../i18n';

const { Part: ReportOverlay } = lazyPart('dialog', async () => (await import('./ReportModal')).ReportModal);

interface CopyReportButtonProps {
  makeReport: () => string;
  /** What the report has in it. */
  content: string;
}

/** Shows a report for a ticket, to be copied. The report is made on the click, from the data at that time. */
export const CopyReportButton = ({ makeReport, content }: CopyReportButtonProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const launch = useOverlay();
  return (
    <Tooltip content={content}>
      <Button
        variant="link"
        isInline
        icon={<CopyIcon />}
        onClick={() => {
          launch(ReportOverlay, { report: makeReport() });
        }}
      >
        {t('Copy a report')}
      </Button>
    </Tooltip>
  );
};
