import type { ReactElement } from 'react';
import { HelperText, HelperTextItem, TextArea } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';
import { PlainText } from './PlainText';

interface WithoutEditorProps {
  text: string;
  label: string;
  /** Undefined for read-only text. */
  onChange: ((text: string) => void) | undefined;
}

/** Replaces an editor that could not be loaded; the text can still be read and changed. */
export const WithoutEditor = ({ text, label, onChange }: WithoutEditorProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <div className="ksp-without-editor">
      <HelperText isLiveRegion>
        <HelperTextItem variant="warning">
          {t('The editor could not be loaded. Reloading the page may help.')}
        </HelperTextItem>
      </HelperText>
      {onChange === undefined ? (
        <PlainText text={text} label={label} />
      ) : (
        <TextArea
          aria-label={label}
          value={text}
          onChange={(_event, changed) => {
            onChange(changed);
          }}
          spellCheck={false}
        />
      )}
    </div>
  );
};
