import type { ReactElement } from 'react';
import { useId } from 'react';
import {
  Button,
  CodeBlock,
  CodeBlockCode,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { CheckIcon, CopyIcon } from '@patternfly/react-icons';
import { InlineAlert } from '../../components/InlineAlert';
import { useClipboard } from '../../components/useClipboard';
import { reportParts } from '../../sidecars/report/reportParts';
import { useSidecarTranslation } from '../../i18n';
import './ReportModal.css';

export interface ReportModalProps {
  report: string;
  closeOverlay: () => void;
}

/** More would freeze the page: every mask is an element. */
const LONGEST_SHOWN = 100_000;

/** Shows a report with its masks marked, so that the user can read what leaves the browser before it is copied. */
export const ReportModal = ({ report, closeOverlay }: ReportModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { copied, copy, forget } = useClipboard();
  const isLong = report.length > LONGEST_SHOWN;
  return (
    <Modal
      isOpen
      variant="large"
      onClose={closeOverlay}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
    >
      <ModalHeader
        title={t('Copy a report')}
        labelId={`${id}-title`}
        description={t(
          'What may be a secret is masked and marked. Read the report before you copy it: a secret of an unknown kind may still be in it.',
        )}
      />
      <ModalBody id={`${id}-body`}>
        {isLong ? (
          <InlineAlert
            variant="warning"
            title={t('Only the beginning of the report is shown, but all of it is copied.')}
          />
        ) : null}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable area needs keyboard focus */}
        <div role="group" aria-label={t('Report')} className="ksp-report" tabIndex={0}>
          <CodeBlock>
            <CodeBlockCode>
              {reportParts(report.slice(0, LONGEST_SHOWN)).map(({ text, isMask }, index) =>
                // The report does not change while it is shown.
                isMask ? <mark key={index}>{text}</mark> : text,
              )}
            </CodeBlockCode>
          </CodeBlock>
        </div>
      </ModalBody>
      <ModalFooter>
        <Button
          icon={copied === 'yes' ? <CheckIcon /> : <CopyIcon />}
          onClick={() => void copy(report)}
          onBlur={forget}
        >
          <span aria-live="polite">
            {
              {
                no: t('Copy'),
                yes: t('Report copied'),
                failed: t('Could not copy the report'),
              }[copied]
            }
          </span>
        </Button>
        <Button variant="link" onClick={closeOverlay}>
          {t('Close')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
