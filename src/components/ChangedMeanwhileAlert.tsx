import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from './InlineAlert';
import { useSidecarTranslation } from '../i18n';
import { TextDiff } from './textDiff/TextDiff';

interface ChangedMeanwhileAlertProps {
  /** The changed thing, as a noun phrase in the user's language: "sidecars of VM x". */
  what: string;
  /** The text that the user saw when the edit began. */
  before: string;
  /** The current text. */
  after: string;
  /** What saving will do. */
  advice: string;
}

/** Shows what somebody else saved in the meantime. The user's own edits stay in the form around it. */
export const ChangedMeanwhileAlert = ({
  what,
  before,
  after,
  advice,
}: ChangedMeanwhileAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The form may be scrolled down to the button that was pressed.
    frame.current?.focus();
  }, [after]);

  return (
    <div ref={frame} tabIndex={-1}>
      <InlineAlert
        variant="warning"
        title={t('Changed meanwhile: {{what}}', { what })}
        data-test="changed-meanwhile"
      >
        <Stack hasGutter>
          <StackItem>
            {t('Nothing was saved, and your edits are kept. This is what somebody else changed:')}
          </StackItem>
          <StackItem>
            <TextDiff before={before} after={after} label={t('What somebody else changed')} />
          </StackItem>
          <StackItem>{advice}</StackItem>
        </Stack>
      </InlineAlert>
    </div>
  );
};
