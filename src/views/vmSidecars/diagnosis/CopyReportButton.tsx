import type { ReactElement } from 'react';
import { useState } from 'react';
import { Button, Tooltip } from '@patternfly/react-core';
import { CheckIcon, CopyIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../../../i18n';

type Copied = 'no' | 'yes' | 'failed';

/** Copies a report for a ticket. It is made when asked for, from what is known then. */
export const CopyReportButton = ({ makeReport }: { makeReport: () => string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [copied, setCopied] = useState<Copied>('no');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(makeReport());
      setCopied('yes');
    } catch {
      // No secure context or no permission.
      setCopied('failed');
    }
  };
  return (
    <Tooltip content={t('Findings, timeline, annotation, scripts and logs as Markdown, with secrets masked')}>
      <Button
        variant="link"
        isInline
        icon={copied === 'yes' ? <CheckIcon /> : <CopyIcon />}
        onClick={() => void copy()}
        onBlur={() => {
          setCopied('no');
        }}
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
