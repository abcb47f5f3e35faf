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
  /** What became of the user's action; by default, that nothing was saved and the edits are kept. */
  outcome?: string;
  /** Whether the thing was deleted, and another one was created with its name. */
  isAnother?: boolean;
}

/** Shows what somebody else saved in the meantime. The user's own edits stay in the form around it. */
export const ChangedMeanwhileAlert = ({
  what,
  before,
  after,
  advice,
  outcome,
  isAnother = false,
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
        title={
          isAnother
            ? t('Deleted and created again with the same name: {{what}}', { what })
            : t('Changed meanwhile: {{what}}', { what })
        }
        data-test="changed-meanwhile"
      >
        <Stack hasGutter>
          <StackItem>
            {outcome ?? t('Nothing was saved, and your edits are kept.')}{' '}
            {isAnother
              ? t('This is how the new one differs from the one that you saw:')
              : t('This is what somebody else changed:')}
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
