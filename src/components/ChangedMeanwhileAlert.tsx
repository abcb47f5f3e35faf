import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from './InlineAlert';
import { useSidecarTranslation } from '../i18n';
import { TextDiff } from './textDiff/TextDiff';

interface ChangedMeanwhileAlertProps {
  /** What was changed, as a noun phrase in the user's language: "sidecars of VM x". */
  what: string;
  /** What the user saw when the edit began. */
  before: string;
  /** What is there now. */
  after: string;
  /** What saving does now. */
  advice: string;
}

/** Somebody else saved first: shows what they changed. The user's own edits stay in the form around it. */
export const ChangedMeanwhileAlert = ({
  what,
  before,
  after,
  advice,
}: ChangedMeanwhileAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The form may be scrolled far down, to the button that was pressed.
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
