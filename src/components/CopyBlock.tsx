import type { ReactElement } from 'react';
import { useId } from 'react';
import { ClipboardCopyButton, CodeBlock, CodeBlockAction, CodeBlockCode } from '@patternfly/react-core';
import { visibleText } from '../sidecars/text/visibleText';
import { useSidecarTranslation } from '../i18n';
import { useClipboard } from './useClipboard';
import './CopyBlock.css';

interface CopyBlockProps {
  text: string;
  /** A title in the user's language: "JSON patch". */
  label: string;
  /** False if the text above the block is its title already. */
  hasTitle?: boolean;
}

/** Text to read and to copy. Long lines wrap. */
export const CopyBlock = ({ text, label, hasTitle = true }: CopyBlockProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { copied, copy, forget } = useClipboard();

  const tooltip = {
    no: t('Copy to clipboard'),
    yes: t('Copied'),
    failed: t('Could not copy. Select the text and copy it by hand.'),
  }[copied];

  return (
    <div role="group" aria-label={label} className="ksp-copy-block">
      {hasTitle ? (
        <div className="ksp-copy-block__title" aria-hidden="true">
          {label}
        </div>
      ) : null}
      <CodeBlock
        actions={
          <CodeBlockAction>
            <ClipboardCopyButton
              id={`${id}-copy`}
              aria-label={t('Copy: {{what}}', { what: label })}
              variant="plain"
              exitDelay={copied === 'no' ? 300 : 1500}
              onClick={() => void copy(text)}
              onTooltipHidden={forget}
            >
              {tooltip}
            </ClipboardCopyButton>
          </CodeBlockAction>
        }
      >
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable area needs keyboard focus */}
        <div className="ksp-copy-block__text" tabIndex={0}>
          <CodeBlockCode id={`${id}-text`}>{visibleText(text)}</CodeBlockCode>
        </div>
      </CodeBlock>
    </div>
  );
};
