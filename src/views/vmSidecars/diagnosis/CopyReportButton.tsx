import type { ReactElement } from 'react';
import { Button, Tooltip } from '@patternfly/react-core';
import { CheckIcon, CopyIcon } from '@patternfly/react-icons';
import { useClipboard } from '../../../components/useClipboard';
import { useSidecarTranslation } from '../../../i18n';

/** Copies a report for a ticket. The report is made on the click, from the data at that time. */
export const CopyReportButton = ({ makeReport }: { makeReport: () => string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { copied, copy, forget } = useClipboard();
  return (
    <Tooltip content={t('Findings, timeline, annotation, scripts and logs as Markdown, with secrets masked')}>
      <Button
        variant="link"
        isInline
        icon={copied === 'yes' ? <CheckIcon /> : <CopyIcon />}
        onClick={() => void copy(makeReport())}
        onBlur={forget}
      >
        <span aria-live="polite">
          {
            {
              no: t('Copy a report'),
              yes: t('Report copied'),
              failed: t('Could not copy the report'),
            }[copied]
          }
        </span>
      </Button>
    </Tooltip>
  );
};
